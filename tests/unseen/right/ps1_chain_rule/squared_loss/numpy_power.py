# mistake: none: np.power and np.multiply, results are NumPy scalars, the derivative as a sum of two
# loses: nothing
def squared_loss(y_hat, y):
    return np.power(np.subtract(y_hat, y), 2)


def squared_loss_derivative(y_hat, y):
    d = np.subtract(y_hat, y)
    return np.add(d, d)
