import math


def error(y_hat, y):
    return y_hat - y
# %%
squared_loss = lambda y_hat, y: math.pow(error(y_hat, y), 2)
squared_loss_derivative = lambda y_hat, y: error(y_hat, y) + error(y_hat, y)
print(squared_loss(1.0, 3.0), squared_loss_derivative(1.0, 3.0))
