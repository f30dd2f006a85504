# mistake: da_prev comes back as a plain vector (n_inputs,), the column is lost
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
        dz = da * self.activation.derivative(self.outputs)
        d_weights = dz @ self.inputs.T
        da_prev = np.array([np.sum(self.weights[:, j : j + 1] * dz) for j in range(self.weights.shape[1])])
        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * dz
        return da_prev
