# mistake: inputs is kept as a row (1, n_inputs)
# loses: the shape of the attribute inputs

class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        spalte = np.array(inputs, dtype=float)
        if spalte.ndim == 1:
            spalte = spalte[:, None]
        self.inputs = spalte.T
        self.outputs = np.dot(self.weights, spalte) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        steigung = self.activation.derivative(self.outputs)
        dz = np.multiply(steigung, da)
        gradient_w = np.outer(dz, self.inputs)
        gradient_b = dz.copy()
        zurueck = np.zeros_like(self.inputs.T)
        for i in range(self.weights.shape[1]):
            zurueck[i, 0] = np.sum(self.weights[:, i] * dz[:, 0])
        self.weights -= learning_rate * gradient_w
        self.biases -= learning_rate * gradient_b
        return zurueck
