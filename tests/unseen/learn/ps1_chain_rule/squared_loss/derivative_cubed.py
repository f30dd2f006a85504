# mistake: the derivative is the antiderivative, the third power over three.
# loses: derivative
def squared_loss(y_hat, y):
    return (y_hat - y) ** 2


def squared_loss_derivative(y_hat, y):
    d = y_hat - y
    return d ** 3 / 3
