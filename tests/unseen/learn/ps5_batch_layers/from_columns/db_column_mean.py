# mistake: db is filled with the mean of the column.
# loses: db
def affine_from_layer(weights, biases):
    W = np.transpose(weights)
    b = biases[:, 0]
    return W, b


def rows_from_columns(dW, db):
    dW_rows = np.transpose(dW)
    db_rows = np.full(db.shape[0], db.mean())
    return dW_rows, db_rows
