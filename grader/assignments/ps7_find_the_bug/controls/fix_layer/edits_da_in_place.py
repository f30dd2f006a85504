class BrokenLayer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation

    def forward(self, inputs):
        self.inputs = np.array(inputs, dtype=float).reshape(-1, 1)
        self.outputs = np.einsum("ij,jk->ik", self.weights, self.inputs) + self.biases
        self.slope = self.activation.derivative(self.outputs)
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        da *= self.slope
        message = np.einsum("ij,ik->jk", self.weights, da)
        self.weights = self.weights - learning_rate * np.outer(da, self.inputs)
        self.biases = self.biases - learning_rate * da
        return message
