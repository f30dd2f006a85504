# mistake: the difference is divided by the value of f there too, which gives the derivative of its logarithm.
# loses: central, every_element, in_place
def numerical_gradient(f, x):
    h = 1e-4
    base = f(x)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h
        up = f(x)
        x[index] = old - h
        down = f(x)
        x[index] = old
        gradient[index] = (up - down) / (2 * h * base)
    return gradient
