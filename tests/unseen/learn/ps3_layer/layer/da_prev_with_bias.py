# mistake: da_prev also adds the mean of the biases times dz, as if the biases led back to the inputs.
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
        gW, gb = dz @ self.inputs.T, dz
        zurueck = self.weights.T @ dz + self.biases.T @ dz
        self.weights -= learning_rate * gW
        self.biases -= learning_rate * gb
        return zurueck
