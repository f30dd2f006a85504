# mistake: to get the old weights back the step is subtracted once more, not added
# loses: order
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
        dz = da * self.activation.derivative(self.outputs)
        step = learning_rate * dz @ self.inputs.T
        self.weights -= step
        self.biases -= learning_rate * dz
        alte_gewichte = self.weights - step
        return alte_gewichte.T @ dz
