class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.array(inputs).reshape(-1, 1)
        self.outputs = np.dot(self.weights, self.inputs) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        error = da * self.activation.derivative(self.outputs)
        dz = self.weights.T.dot(error)
        d_biases = learning_rate * error.dot(self.inputs.T)
        d_weights = learning_rate * error
        self.weights = self.weights - d_biases
        self.biases = self.biases - d_weights
        error, dz = dz, None
        return error
