# mistake: db is the column sums of dW in rows instead of the db that was given.
# loses: db
def affine_from_layer(weights, biases):
    return weights.T, np.squeeze(biases, axis=1)


def rows_from_columns(dW, db):
    rows = dW.T
    return rows, rows.sum(axis=0)
