# mistake: the formula is that of the second derivative, (f(x + h) - 2 f(x) + f(x - h)) / h**2
# loses: numerical_gradient
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    middle = f(x)
    for i in np.ndindex(x.shape):
        orig = x[i]
        x[i] = orig + h
        right = f(x)
        x[i] = orig - h
        left = f(x)
        x[i] = orig
        gradient[i] = (right - 2 * middle + left) / h ** 2
    return gradient
