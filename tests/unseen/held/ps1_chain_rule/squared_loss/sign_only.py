# mistake: the derivative keeps only the sign of the difference, like that of an absolute error
# loses: squared_loss_derivative

def squared_loss(y_hat, y):
    return (y_hat - y) ** 2


def squared_loss_derivative(y_hat, y):
    return 2 * np.sign(y_hat - y)
