# mistake: none: x is nudged by adding an array that is h at one place, and put back as a whole from a copy
# loses: nothing
def numerical_gradient(f, x):
    h = 1e-4
    original = x.copy()
    gradient = np.empty(x.shape)
    for index, _ in np.ndenumerate(original):
        values = []
        for sign in (1, -1):
            x[...] = original
            x[index] += sign * h
            values.append(f(x))
        gradient[index] = (values[0] - values[1]) / (2 * h)
    x[...] = original
    return gradient
