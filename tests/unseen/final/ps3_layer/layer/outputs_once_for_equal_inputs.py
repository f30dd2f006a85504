# mistake: forward doesn't compute z anew if the inputs are the same as before, though the weights have moved since
# loses: forward
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        x = np.reshape(inputs, (-1, 1))
        if self.inputs is None or not np.array_equal(x, self.inputs):
            self.inputs = x.copy()
            self.outputs = self.weights @ x + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        da_prev = self.weights.T @ dz
        self.weights = self.weights - learning_rate * dz @ self.inputs.T
        self.biases = self.biases - learning_rate * dz
        return da_prev
