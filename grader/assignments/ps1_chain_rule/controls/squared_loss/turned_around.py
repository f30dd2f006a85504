def squared_loss(y_hat: float, y: float) -> float:
    """The square doesn't mind the order."""
    return (y - y_hat) * (y - y_hat)


def squared_loss_derivative(y_hat: float, y: float) -> float:
    return -2 * (y - y_hat)
