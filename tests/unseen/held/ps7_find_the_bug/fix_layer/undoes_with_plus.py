# mistake: da_prev is taken after the update, and the attempt to undo the step takes a second one
# loses: da_prev

class BrokenLayer:
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
        self.weights -= learning_rate * dz @ self.inputs.T
        self.biases -= learning_rate * dz
        vorher = self.weights - learning_rate * dz @ self.inputs.T
        return vorher.T @ dz
