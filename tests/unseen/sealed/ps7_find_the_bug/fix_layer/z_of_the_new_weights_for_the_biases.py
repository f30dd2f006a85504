# mistake: after the step of the weights z and dz are worked out again, and the biases step by that new dz
# loses: derivative
class BrokenLayer:
    """A dense layer, one sample at a time."""

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

    def _dz(self, da):
        z = self.weights @ self.inputs + self.biases
        return da * self.activation.derivative(z)

    def backward(self, da, learning_rate):
        da_prev = self.weights.T @ self._dz(da)
        self.weights = self.weights - learning_rate * self._dz(da) @ self.inputs.T
        self.biases = self.biases - learning_rate * self._dz(da)
        return da_prev
