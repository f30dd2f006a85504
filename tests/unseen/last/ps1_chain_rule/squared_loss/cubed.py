# mistake: the absolute difference is raised to the third power.
# loses: loss
def squared_loss(y_hat, y):
    return abs(y_hat - y) ** 3


def squared_loss_derivative(y_hat, y):
    return 2 * (y_hat - y)
