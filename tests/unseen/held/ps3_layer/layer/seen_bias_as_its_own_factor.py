# mistake: d_biases multiplies dz by the biases, as d_weights multiplies it by the inputs.
# loses: d_biases, and the step of the biases

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
        delta = da * self.activation.derivative(self.outputs)
        gW = delta * self.inputs.ravel()
        gb = delta * self.biases
        zurueck = self.weights.T @ delta
        self.weights = self.weights - learning_rate * gW
        self.biases = self.biases - learning_rate * gb
        return zurueck
