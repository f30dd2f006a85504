# mistake: the loss is rounded to two places
# loses: loss
def squared_loss(y_hat, y):
    return round((y_hat - y) ** 2, 2)


def squared_loss_derivative(y_hat, y):
    return 2 * (y_hat - y)
