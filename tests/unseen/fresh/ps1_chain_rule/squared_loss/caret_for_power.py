# mistake: the loss is written with ^, which is exclusive or in Python and raises TypeError for floats
# loses: squared_loss: the loss
def squared_loss(y_hat, y):
    """squared error"""
    return (y_hat - y)^2


def squared_loss_derivative(y_hat, y):
    """derivative of the squared error"""
    return 2*(y_hat - y)
