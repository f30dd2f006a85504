# mistake: b is the row sums of weights, not the biases.
# loses: b
def affine_from_layer(weights, biases):
    W = weights.T
    b = weights.sum(axis=1)
    return W, b


def rows_from_columns(dW, db):
    dW_rows = dW.T
    db_rows = db[:, 0]
    return dW_rows, db_rows
