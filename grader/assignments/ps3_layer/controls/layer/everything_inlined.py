class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation

    def forward(self, inputs):
        self.inputs, self.outputs = inputs.reshape(-1, 1), self.weights @ inputs.reshape(-1, 1) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        W = self.weights
        self.weights = W - learning_rate * (da * self.activation.derivative(self.outputs)) @ self.inputs.T
        self.biases = self.biases - learning_rate * (da * self.activation.derivative(self.outputs))
        return W.T @ (da * self.activation.derivative(self.outputs))
