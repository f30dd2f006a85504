# mistake: for a plain vector forward returns a plain vector (n_neurons,) and not a column
# loses: forward
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        inputs = np.asarray(inputs)
        self.inputs = inputs.reshape(-1, 1)
        self.outputs = self.weights @ self.inputs + self.biases
        a = self.activation(self.outputs)
        # same form out as in
        return a.ravel() if inputs.ndim == 1 else a

    def backward(self, da, learning_rate):
        """da (n_neurons, 1). Returns da_prev (n_inputs, 1)."""
        delta = np.multiply(da, self.activation.derivative(self.outputs))
        da_prev = np.dot(self.weights.T, delta)
        self.weights -= learning_rate * np.dot(delta, self.inputs.T)
        self.biases -= learning_rate * delta
        return da_prev
