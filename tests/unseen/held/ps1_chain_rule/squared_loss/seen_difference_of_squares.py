# mistake: The loss is the difference of the two squares, not the square of the difference.
# loses: loss value

def squared_loss(y_hat, y):
    return y_hat**2 - y**2


def squared_loss_derivative(y_hat, y):
    return 2 * (y_hat - y)
