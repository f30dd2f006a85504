# mistake: a square matrix is left as it is, since its shape already fits
# loses: W
def affine_from_layer(weights, biases):
    n, d = weights.shape
    W = weights if n == d else weights.T
    return W, biases.reshape(-1)


def rows_from_columns(dW, db):
    return dW.T, db.reshape(-1)
