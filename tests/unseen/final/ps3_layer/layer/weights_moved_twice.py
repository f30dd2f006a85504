# mistake: the step of the weights is taken inside the loop over neurons for the whole matrix, so it is taken n_neurons times
# loses: update
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
        da_prev = self.weights.T @ dz
        d_weights = np.zeros_like(self.weights)
        for i in range(len(dz)):
            for j in range(len(self.inputs)):
                d_weights[i, j] = dz[i, 0] * self.inputs[j, 0]
            self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * dz
        return da_prev
