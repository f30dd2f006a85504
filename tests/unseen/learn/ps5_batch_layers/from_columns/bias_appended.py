# mistake: the bias is put into W as a last row, so W has one row too many.
# loses: W
def affine_from_layer(weights, biases):
    b = biases.reshape(-1)
    W = np.vstack([weights.T, b])
    return W, b


def rows_from_columns(dW, db):
    return dW.T.copy(), db.reshape(-1).copy()
