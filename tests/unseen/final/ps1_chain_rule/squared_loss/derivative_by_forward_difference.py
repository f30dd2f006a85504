# mistake: the derivative is a forward difference with a step of 0.01, which gives 2(ŷ − y) + 0.01
# loses: derivative
def squared_loss(y_hat, y):
    fehler = y_hat - y
    return fehler * fehler


def squared_loss_derivative(y_hat, y):
    h = 0.01
    return (squared_loss(y_hat + h, y) - squared_loss(y_hat, y)) / h
