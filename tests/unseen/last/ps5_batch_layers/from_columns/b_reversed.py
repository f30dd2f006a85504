# mistake: the biases stand in reverse order.
# loses: b
def affine_from_layer(weights, biases):
    W = np.swapaxes(weights, 0, 1)
    b = biases[::-1].ravel()
    return (W, b)


def rows_from_columns(dW, db):
    return (np.swapaxes(dW, 0, 1), db.ravel())
