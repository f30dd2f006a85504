# mistake: the loop has only the first index, so a matrix is nudged a whole row at a time
# loses: numerical_gradient: every element (arrays of two or more axes)
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)

    for i in range(x.shape[0]):
        old = np.copy(x[i])
        x[i] = old + h
        up = f(x)
        x[i] = old - h
        down = f(x)
        x[i] = old
        gradient[i] = (up - down) / (2*h)

    return gradient
