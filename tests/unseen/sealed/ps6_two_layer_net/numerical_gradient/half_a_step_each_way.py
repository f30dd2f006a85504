# mistake: nudged by h / 2 up and down, but divided by 2h: half of the gradient
# loses: numerical_gradient
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for index, value in np.ndenumerate(x.copy()):
        values = []
        for sign in (+1, -1):
            x[index] = value + sign * h / 2
            values.append(f(x))
        x[index] = value
        gradient[index] = (values[0] - values[1]) / (2 * h)
    return gradient
