class Layer:
    __slots__ = ("weights", "biases", "activation", "inputs", "outputs", "gradients")

    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation

    def forward(self, inputs):
        self.inputs = np.atleast_2d(inputs).reshape(-1, 1)
        self.outputs = self.weights @ self.inputs + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        self.forward(self.inputs)
        slope = np.diagflat(self.activation.derivative(self.outputs))
        self.gradients = {"biases": slope @ da}
        self.gradients["weights"] = self.gradients["biases"] * self.inputs.T
        message = (self.gradients["biases"].T @ self.weights).T
        for name, gradient in self.gradients.items():
            getattr(self, name)[...] -= learning_rate * gradient
        return message
