def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.empty(x.shape)
    for index, _ in np.ndenumerate(x.copy()):
        x[index] += h
        above = f(x)
        x[index] -= 2 * h
        below = f(x)
        x[index] += h
        gradient[index] = (above - below) / (2.0 * h)
    return gradient
