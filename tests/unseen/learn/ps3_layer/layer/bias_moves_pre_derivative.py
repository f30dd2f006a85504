# mistake: the biases are moved by da, from before the activation's derivative.
# loses: d_biases
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.asarray(inputs, dtype=float).reshape((-1, 1))
        self.outputs = self.weights @ self.inputs + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        steigung = self.activation.derivative(self.outputs)
        dz = da * steigung
        da_prev = self.weights.T @ dz
        self.weights = self.weights - learning_rate * np.outer(dz, self.inputs)
        self.biases = self.biases - learning_rate * da
        return da_prev
