# mistake: db is summed over axis 0, as over a batch, and loses its neurons: (1,)
# loses: rows_from_columns
def affine_from_layer(weights, biases):
    """Returns (W, b) of the same layer in rows."""
    W = np.transpose(weights)
    b = biases[:, 0]
    return W, b


def rows_from_columns(dW, db):
    dW_rows = np.transpose(dW)
    db_rows = np.sum(db, axis=0)
    return dW_rows, db_rows
