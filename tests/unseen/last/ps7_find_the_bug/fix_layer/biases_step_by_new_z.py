# mistake: the biases are moved by a dz that is computed anew after the weights have moved.
# loses: derivative
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
        self.a = self.activation(self.outputs)
        return self.a

    def backward(self, da, learning_rate):
        delta = da * self.activation.derivative(self.outputs)
        zurueck = self.weights.T @ delta
        self.weights = self.weights - learning_rate * delta @ self.inputs.T
        z = self.weights @ self.inputs + self.biases
        self.biases = self.biases - learning_rate * da * self.activation.derivative(z)
        return zurueck
