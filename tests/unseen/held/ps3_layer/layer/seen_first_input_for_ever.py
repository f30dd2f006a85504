# mistake: forward keeps the input of the very first call only, so later backward calls use that old one.
# loses: inputs, and d_weights after a second forward

class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        x = np.reshape(inputs, (-1, 1))
        if self.inputs is None:
            self.inputs = x
        self.outputs = self.weights @ x + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        d_weights = dz @ self.inputs.T
        da_prev = self.weights.T @ dz
        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * dz
        return da_prev
