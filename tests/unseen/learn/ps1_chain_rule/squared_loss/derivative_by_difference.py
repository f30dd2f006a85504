# mistake: the derivative is a one-sided difference with a step of 1, which is off by one.
# loses: derivative
def squared_loss(y_hat, y):
    return (y_hat - y) ** 2


def squared_loss_derivative(y_hat, y):
    h = 1
    return (squared_loss(y_hat + h, y) - squared_loss(y_hat, y)) / h
