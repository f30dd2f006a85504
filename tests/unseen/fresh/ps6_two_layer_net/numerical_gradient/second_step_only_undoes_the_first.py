# mistake: the second value is taken at x, not at x - h (x is lowered by h once), but divided by 2h: half the gradient
# loses: numerical_gradient
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)

    for idx in np.ndindex(x.shape):
        x[idx] += h
        oben = f(x)
        x[idx] -= h
        unten = f(x)
        gradient[idx] = (oben - unten) / (2 * h)

    return gradient
