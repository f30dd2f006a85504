# mistake: the learning rate is multiplied into dz at the top, and so it is in da_prev as well
# loses: order
class BrokenLayer:
    """A dense layer: every neuron sees every input."""

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
        dz = learning_rate * da * self.activation.derivative(self.outputs)
        da_prev = np.dot(self.weights.T, dz)
        self.weights = self.weights - np.dot(dz, self.inputs.T)
        self.biases = self.biases - dz
        return da_prev
