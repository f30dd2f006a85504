def affine_from_layer(weights: np.ndarray, biases: np.ndarray) -> tuple:
    n_neurons, n_inputs = weights.shape
    W = np.empty((n_inputs, n_neurons))
    b = np.empty(n_neurons)
    for neuron in range(n_neurons):
        W[:, neuron] = weights[neuron]
        b[neuron] = biases[neuron, 0]
    return W, b
# %%
def rows_from_columns(dW, db):
    print(dW.shape, db.shape)
    return np.einsum("mn->nm", dW), db.reshape(-1)
