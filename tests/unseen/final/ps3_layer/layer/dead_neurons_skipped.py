# mistake: loops over the neurons and breaks off at the first whose dz is 0, it should go on with the next
# loses: d_weights, da_prev
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
        da_prev = np.zeros_like(self.inputs, dtype=float)
        d_weights = np.zeros_like(self.weights)
        for i, d in enumerate(dz[:, 0]):
            if d == 0:
                break
            da_prev += d * self.weights[i : i + 1].T
            d_weights[i] = d * self.inputs[:, 0]
        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * dz
        return da_prev
