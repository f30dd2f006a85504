class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation

    def forward(self, inputs):
        self.inputs = np.array(inputs, dtype=float).reshape(-1, 1)
        self.outputs = np.einsum("ij,jk->ik", self.weights, self.inputs) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        slope = self.activation.derivative(self.outputs)
        delta = np.einsum("ik,ik->ik", da, slope)
        back = np.einsum("ij,ik->jk", self.weights, delta)
        self.weights -= learning_rate * np.einsum("ik,jk->ij", delta, self.inputs)
        self.biases -= learning_rate * delta
        return back
