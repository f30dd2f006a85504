# mistake: in the derivative the brackets are missing: 2 * y_hat - y
# loses: squared_loss_derivative
squared_loss = lambda y_hat, y: (y_hat - y) ** 2
squared_loss_derivative = lambda y_hat, y: 2 * y_hat - y
