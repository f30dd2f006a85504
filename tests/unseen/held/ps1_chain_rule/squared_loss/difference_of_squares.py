# mistake: the loss is the difference of the squares instead of the square of the difference
# loses: squared_loss

def squared_loss(y_hat, y):
    return abs(y_hat**2 - y**2)


def squared_loss_derivative(y_hat, y):
    return 2 * (y_hat - y)
