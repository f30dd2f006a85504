# mistake: weights is transposed and then turned upside down.
# loses: W
def affine_from_layer(weights, biases):
    W = np.flipud(weights.T)
    b = biases.flatten()
    return W, b


def rows_from_columns(dW, db):
    return dW.T, db.flatten()
