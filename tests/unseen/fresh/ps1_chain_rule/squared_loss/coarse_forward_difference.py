# mistake: the derivative is a one-sided difference with a step of 0.01, which is off by 0.01 everywhere
# loses: squared_loss: the derivative
def squared_loss(y_hat, y):
    d = y_hat - y
    return d * d


def squared_loss_derivative(y_hat, y):
    h = 0.01
    rise = squared_loss(y_hat + h, y) - squared_loss(y_hat, y)
    return rise / h
