# mistake: ^ is taken for "to the power of": an error for floats, exclusive or for whole numbers
# loses: loss
def squared_loss(y_hat, y):
    return (y_hat - y) ^ 2


def squared_loss_derivative(y_hat, y):
    return 2 * (y_hat - y)
