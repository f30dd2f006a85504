# mistake: db of the rows is taken out of dW (its first column) in place of the given db
# loses: db
def affine_from_layer(weights, biases):
    return weights.T, biases[:, 0]


def rows_from_columns(dW, db):
    return dW.T, dW[:, 0]
