# mistake: the derivative is 2(ŷ − 1)·y: the target has become a factor.
# loses: derivative
def squared_loss(y_hat, y):
    return (y - y_hat) ** 2


def squared_loss_derivative(y_hat, y):
    return 2 * (y_hat - 1) * y
