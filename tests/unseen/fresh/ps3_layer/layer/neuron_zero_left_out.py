# mistake: the loop that adds up da_prev runs over the neurons from 1 on, so neuron 0 hands nothing back
# loses: layer: da_prev
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
        n_neurons, n_inputs = self.weights.shape

        d_weights = np.zeros((n_neurons, n_inputs))
        for i in range(n_neurons):
            for j in range(n_inputs):
                d_weights[i, j] = dz[i, 0] * self.inputs[j, 0]

        d_biases = np.zeros((n_neurons, 1))
        for i in range(n_neurons):
            d_biases[i, 0] = dz[i, 0]

        da_prev = np.zeros((n_inputs, 1))
        for j in range(n_inputs):
            for i in range(1, n_neurons):
                da_prev[j, 0] += self.weights[i, j] * dz[i, 0]

        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * d_biases
        return da_prev
