# mistake: a four-point formula is used with its weights exchanged: 8 and 1 stand at the wrong nudges.
# loses: central, every_element, in_place
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        old = x[i]
        vals = {}
        for k in (-2, -1, 1, 2):
            x[i] = old + k * h
            vals[k] = f(x)
        x[i] = old
        gradient[i] = (8 * (vals[2] - vals[-2]) - (vals[1] - vals[-1])) / (12 * h)
    return gradient
