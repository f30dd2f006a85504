# mistake: da_prev is already multiplied by the slope at the inputs, which is the business of the layer before
# loses: da_prev
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        """inputs (n_inputs,) or (n_inputs, 1). Returns the activation a (n_neurons, 1)."""
        x = np.array(inputs).reshape(-1, 1)
        z = np.dot(self.weights, x) + self.biases
        self.inputs, self.outputs = x, z
        return self.activation(z)

    def backward(self, da, learning_rate):
        delta = da * self.activation.derivative(self.outputs)
        # delta of the previous layer, as in the book
        da_prev = np.dot(self.weights.T, delta) * self.activation.derivative(self.inputs)
        self.weights -= learning_rate * np.dot(delta, self.inputs.T)
        self.biases -= learning_rate * delta
        return da_prev
