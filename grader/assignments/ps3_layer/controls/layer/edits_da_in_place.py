class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation

    def forward(self, inputs):
        self.inputs = inputs.reshape(-1, 1)
        self.outputs = self.weights.dot(self.inputs) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        da *= self.activation.derivative(self.outputs)
        d_weights = np.outer(da, self.inputs)
        da_prev = self.weights.T.dot(da)
        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * da
        return da_prev
