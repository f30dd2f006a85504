# mistake: da_prev uses weights that were put aside at the end of the backward before, so from the second step on they are one step too old
# loses: da_prev
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None
        self.old_weights = None

    def forward(self, inputs):
        self.inputs = np.reshape(inputs, (-1, 1))
        self.outputs = self.weights @ self.inputs + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        if self.old_weights is None:
            self.old_weights = self.weights.copy()
        dz = da * self.activation.derivative(self.outputs)
        da_prev = self.old_weights.T @ dz
        self.old_weights = self.weights.copy()
        self.weights = self.weights - learning_rate * dz @ self.inputs.T
        self.biases = self.biases - learning_rate * dz
        return da_prev
