# mistake: d_weights is the outer product the wrong way round, reshaped and not transposed to the shape of weights
# loses: layer: d_weights (and the update of weights)
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.reshape(inputs, (-1, 1))
        self.outputs = self.weights @ self.inputs + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        d_weights = np.outer(self.inputs, dz)
        d_weights = d_weights.reshape(self.weights.shape)   # otherwise ValueError below
        d_biases = dz
        da_prev = self.weights.T @ dz
        self.weights -= learning_rate * d_weights
        self.biases -= learning_rate * d_biases
        return da_prev
