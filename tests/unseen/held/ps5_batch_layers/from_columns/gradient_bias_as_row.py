# mistake: db of rows_from_columns is a row (1, M) instead of (M,)
# loses: the shape of db

def affine_from_layer(weights, biases):
    return weights.T.copy(), biases.reshape(-1)


def rows_from_columns(dW, db):
    return dW.T.copy(), db.T
