# mistake: W is weights brought into the shape (n_inputs, n_neurons) by reshape, not transposed
# loses: affine_from_layer
def affine_from_layer(weights, biases):
    M, D = weights.shape
    W = weights.reshape(D, M)
    b = biases.reshape(M)
    return W, b


def rows_from_columns(dW, db):
    return dW.T, db.reshape(-1)
