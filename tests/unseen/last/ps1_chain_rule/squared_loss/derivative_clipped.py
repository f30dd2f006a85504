# mistake: the derivative is clipped to [−1, 1].
# loses: derivative
def squared_loss(y_hat, y):
    hoch = y_hat - y
    return hoch ** 2


def squared_loss_derivative(y_hat, y):
    return max(-1.0, min(1.0, 2 * (y_hat - y)))
