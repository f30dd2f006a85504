# mistake: the step is h times the element, so where x is 0 it is 0 and the gradient is NaN
# loses: numerical_gradient: elements that are 0
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)

    for index, value in np.ndenumerate(x.copy()):
        step = h * abs(value)       # relative step, more exact for large numbers
        x[index] = value + step
        up = f(x)
        x[index] = value - step
        down = f(x)
        x[index] = value
        gradient[index] = (up - down) / (2 * step)

    return gradient
