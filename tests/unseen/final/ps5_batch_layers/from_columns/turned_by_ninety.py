# mistake: W is turned by 90 degrees (np.rot90), which also reverses the order of the inputs
# loses: W, dW
def affine_from_layer(weights, biases):
    return np.rot90(weights), biases.flatten()


def rows_from_columns(dW, db):
    return np.rot90(dW), db.flatten()
