# mistake: da_prev is the sum of the weights of each input times the sum of all dz, not the sum of the products
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
        d_weights = np.zeros_like(self.weights)
        for i in range(self.weights.shape[0]):
            for j in range(self.weights.shape[1]):
                d_weights[i, j] = dz[i, 0] * self.inputs[j, 0]
        d_biases = dz
        da_prev = np.zeros_like(self.inputs, dtype=float)
        for j in range(self.weights.shape[1]):
            da_prev[j, 0] = sum(self.weights[:, j]) * sum(dz[:, 0])

        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * d_biases
        return da_prev
