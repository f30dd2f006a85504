# mistake: the square is multiplied out as ŷ² − ŷy + y², with the middle term taken once instead of twice.
# loses: loss
def squared_loss(y_hat, y):
    # (a - b)^2
    return y_hat ** 2 - y_hat * y + y ** 2


def squared_loss_derivative(y_hat, y):
    return 2 * (y_hat - y)
