# mistake: da_prev is multiplied by the activation's derivative at the inputs, which is the business of the layer before.
# loses: da_prev

class Layer:
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
        da_prev = (self.weights.T @ dz) * self.activation.derivative(self.inputs)
        self.weights = self.weights - learning_rate * (dz @ self.inputs.T)
        self.biases = self.biases - learning_rate * dz
        return da_prev
