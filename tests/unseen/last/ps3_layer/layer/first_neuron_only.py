# mistake: only the first neuron's weights take their step: the loop over the neurons ends after its first turn.
# loses: d_weights
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        x = np.asarray(inputs, dtype=float).reshape(-1, 1)
        z = np.dot(self.weights, x) + self.biases
        self.inputs, self.outputs = (x, z)
        return self.activation(z)

    def backward(self, da, learning_rate):
        dz_ = da * self.activation.derivative(self.outputs)
        atras = self.weights.T @ dz_
        for i in range(len(dz_)):
            self.weights[i] = self.weights[i] - learning_rate * dz_[i] * self.inputs[:, 0]
            break
        self.biases = self.biases - learning_rate * dz_
        return atras
