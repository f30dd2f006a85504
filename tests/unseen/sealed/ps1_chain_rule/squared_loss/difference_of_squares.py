# mistake: the loss is y_hat squared minus y squared, not the square of the difference
# loses: squared_loss
def squared_loss(y_hat, y):
    """y_hat, the prediction, and y, the target: numbers."""
    return y_hat ** 2 - y ** 2


def squared_loss_derivative(y_hat, y):
    """The same two numbers. Returns dloss/dy_hat."""
    return 2 * (y_hat - y)
