# mistake: weights is rotated by a quarter turn, which reverses an axis besides transposing.
# loses: W
def affine_from_layer(weights, biases):
    W = np.rot90(weights)
    return W, np.ravel(biases)


def rows_from_columns(dW, db):
    return dW.T, np.ravel(db)
