# mistake: none: += h, −= 2h, += h (unchanged to rounding, which is allowed)
# loses: nothing
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        x[index] += h
        gradient[index] = f(x)
        x[index] -= 2 * h
        gradient[index] -= f(x)
        x[index] += h
    gradient /= 2 * h
    return gradient
