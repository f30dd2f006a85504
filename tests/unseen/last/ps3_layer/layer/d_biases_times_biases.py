# mistake: the biases' gradient is dz times the biases.
# loses: d_biases
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        x = np.asarray(inputs, dtype=float).reshape(-1, 1)
        z = np.dot(self.weights, x) + self.biases
        self.inputs, self.outputs = (x, z)
        return self.activation(z)

    def backward(self, da, learning_rate):
        delta = da * self.activation.derivative(self.outputs)
        d_weights = delta @ self.inputs.T
        d_biases = delta * self.biases
        zurueck = self.weights.T @ delta
        self.weights -= learning_rate * d_weights
        self.biases -= learning_rate * d_biases
        return zurueck
