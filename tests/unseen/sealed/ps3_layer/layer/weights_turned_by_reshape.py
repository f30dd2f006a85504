# mistake: da_prev uses weights.reshape(n_inputs, n_neurons) in place of the transpose
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
        n_neurons, n_inputs = self.weights.shape
        dz = da * self.activation.derivative(self.outputs)
        d_weights = dz @ self.inputs.reshape(1, n_inputs)
        d_biases = dz
        da_prev = self.weights.reshape(n_inputs, n_neurons) @ dz

        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * d_biases
        return da_prev
