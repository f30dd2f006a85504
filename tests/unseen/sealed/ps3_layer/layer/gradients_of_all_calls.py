# mistake: the step uses the sum of the gradients of all calls so far
# loses: update
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
        if not hasattr(self, "d_weights"):
            self.d_weights = np.zeros(self.weights.shape)
            self.d_biases = np.zeros(self.biases.shape)
        self.d_weights += dz @ self.inputs.T
        self.d_biases += dz
        da_prev = self.weights.T @ dz
        self.weights = self.weights - learning_rate * self.d_weights
        self.biases = self.biases - learning_rate * self.d_biases
        return da_prev
