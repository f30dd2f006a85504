# mistake: loss and derivative follow the convention with one half in front: 0.5 * error**2 and error
# loses: squared_loss, squared_loss_derivative
def squared_loss(y_hat, y):
    diff = y_hat - y
    return 0.5 * diff * diff


def squared_loss_derivative(y_hat, y):
    diff = y_hat - y
    return diff  # the 2 and the 0.5 cancel
