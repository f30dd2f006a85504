# mistake: the derivative is two times the squared loss: the exponent 2 is brought down but not lowered
# loses: squared_loss: the derivative
def squared_loss(y_hat, y):
    return (y_hat - y) ** 2


def squared_loss_derivative(y_hat, y):
    # exponent comes to the front
    return 2 * squared_loss(y_hat, y)
