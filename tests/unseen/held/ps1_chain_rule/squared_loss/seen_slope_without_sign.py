# mistake: The derivative takes the size of the difference, so its sign is always plus.
# loses: derivative where the prediction is below the target

def squared_loss(y_hat, y):
    return (y_hat - y) ** 2


def squared_loss_derivative(y_hat, y):
    fehler = np.sqrt(squared_loss(y_hat, y))
    return 2 * fehler
