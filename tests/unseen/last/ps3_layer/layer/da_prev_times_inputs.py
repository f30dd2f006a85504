# mistake: da_prev is multiplied element by element with the inputs.
# loses: da_prev
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        # column
        self.inputs = np.array(inputs, dtype=float).reshape((self.weights.shape[1], 1))
        self.outputs = self.weights.dot(self.inputs)
        self.outputs += self.biases
        a = self.activation(self.outputs)
        return a

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        da_prev = self.inputs * (self.weights.T @ dz)
        self.weights -= learning_rate * np.outer(dz, self.inputs)
        self.biases -= learning_rate * dz
        return da_prev
