# mistake: d_weights is divided by the number of inputs
# loses: d_weights
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
        dz = da * self.activation.derivative(self.outputs)
        n = self.inputs.shape[0]
        d_weights = (1 / n) * np.dot(dz, self.inputs.T)
        d_biases = dz
        da_prev = np.dot(self.weights.T, dz)
        self.weights -= learning_rate * d_weights
        self.biases -= learning_rate * d_biases
        return da_prev
