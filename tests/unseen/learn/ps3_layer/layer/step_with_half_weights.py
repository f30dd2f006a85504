# mistake: da_prev is taken of the mean of the old and the new weights.
# loses: da_prev
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        x = np.reshape(inputs, (-1, 1))
        z = self.weights @ x + self.biases
        self.inputs, self.outputs = x, z
        return self.activation(z)

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        before = self.weights
        after = before - learning_rate * dz @ self.inputs.T
        self.weights = after
        self.biases = self.biases - learning_rate * dz
        return ((before + after) / 2).T @ dz
