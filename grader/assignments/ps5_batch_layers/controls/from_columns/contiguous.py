def affine_from_layer(weights, biases):
    W = np.ascontiguousarray(np.transpose(weights))
    b = biases[:, 0].copy()
    return [W, b]


def rows_from_columns(dW, db):
    return affine_from_layer(dW, db)
