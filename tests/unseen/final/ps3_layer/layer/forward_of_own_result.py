# mistake: backward runs forward once more, on the layer's own result in place of its inputs: an error, or in a square layer another z
# loses: dz, d_weights, update
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
        a = self.forward(self.activation(self.outputs))
        dz = da * self.activation.derivative(a)
        d_weights = dz @ self.inputs.T
        da_prev = self.weights.T @ dz
        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * dz
        return da_prev
