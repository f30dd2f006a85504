# mistake: the derivative takes the distance, 2 * |y_hat - y|, and so loses its sign when the prediction is too low
# loses: squared_loss_derivative
def distance(a, b):
    return abs(a - b)


def squared_loss(y_hat, y):
    return distance(y_hat, y) ** 2


def squared_loss_derivative(y_hat, y):
    return 2 * distance(y_hat, y)
