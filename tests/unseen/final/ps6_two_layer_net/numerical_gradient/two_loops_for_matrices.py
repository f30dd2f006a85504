# mistake: two loops over rows and columns: a vector (and anything but a matrix) raises an error
# loses: central, every_element, in_place, restored
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            old = x[i, j]
            x[i, j] = old + h
            up = f(x)
            x[i, j] = old - h
            down = f(x)
            x[i, j] = old
            gradient[i, j] = (up - down) / (2 * h)
    return gradient
