def squared_loss(y_hat, y):
    return np.square(np.subtract(y_hat, y))


def squared_loss_derivative(y_hat, y):
    return np.multiply(2.0, np.subtract(y_hat, y))
