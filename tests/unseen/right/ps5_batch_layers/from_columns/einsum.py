# mistake: none: einsum and list results' conversion; W as a contiguous copy
# loses: nothing
def affine_from_layer(weights, biases):
    return np.ascontiguousarray(np.einsum("md->dm", weights)), np.array([row[0] for row in biases])


def rows_from_columns(dW, db):
    return affine_from_layer(dW, db)
