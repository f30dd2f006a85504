# mistake: dz is squeezed to a vector, which for a single neuron is a number: [:, None] raises an error there
# loses: dz, d_weights, d_biases, da_prev, update
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
        dz = np.squeeze(da * self.activation.derivative(self.outputs))
        da_prev = (self.weights.T @ dz[:, None]).reshape(-1, 1)
        self.weights = self.weights - learning_rate * np.outer(dz, self.inputs)
        self.biases = self.biases - learning_rate * dz[:, None]
        return da_prev
