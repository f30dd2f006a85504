# mistake: the absolute difference is taken, so no derivative is negative.
# loses: central
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h
        up = f(x)
        x[index] = old - h
        down = f(x)
        x[index] = old
        gradient[index] = abs(up - down) / (2 * h)
    return gradient
