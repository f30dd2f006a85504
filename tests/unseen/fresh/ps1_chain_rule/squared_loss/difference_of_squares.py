# mistake: the loss squares each number before subtracting, y_hat² - y², and its derivative is 2·y_hat
# loses: squared_loss: the loss, the derivative
def squared_loss(y_hat, y):
    loss = y_hat**2 - y**2
    return loss

def squared_loss_derivative(y_hat, y):
    # y is a constant and falls away
    return 2 * y_hat
