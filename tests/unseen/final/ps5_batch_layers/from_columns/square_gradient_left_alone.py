# mistake: a square dW is not transposed, its shape fits already
# loses: dW
def affine_from_layer(weights, biases):
    return weights.T, biases.ravel()


def rows_from_columns(dW, db):
    if dW.shape[0] != dW.shape[1]:
        dW = dW.T
    return dW, db.ravel()
