# mistake: above a difference of 1 the loss goes on as a straight line.
# loses: loss
def squared_loss(y_hat, y):
    deriv = abs(y_hat - y)
    if deriv <= 1:
        return deriv ** 2
    return 2 * deriv - 1


def squared_loss_derivative(y_hat, y):
    return 2 * (y_hat - y)
