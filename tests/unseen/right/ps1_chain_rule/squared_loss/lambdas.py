# mistake: none: both are lambdas, other names of the arguments by position
# loses: nothing
quadrat = lambda v: v * v
squared_loss = lambda y_hat, y: quadrat(y - y_hat)
squared_loss_derivative = lambda y_hat, y: -2 * (y - y_hat)
