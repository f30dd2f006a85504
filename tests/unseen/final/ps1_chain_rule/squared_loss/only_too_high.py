# mistake: only a prediction above the target costs something: max(0, ŷ − y)²
# loses: loss
def squared_loss(y_hat, y):
    return max(0.0, y_hat - y) ** 2


def squared_loss_derivative(y_hat, y):
    return 2 * (y_hat - y)
