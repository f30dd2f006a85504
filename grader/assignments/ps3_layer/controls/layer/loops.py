class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.asarray(inputs).reshape(-1, 1)
        z = []
        for row, bias in zip(self.weights, self.biases):
            total = bias[0]
            for w, x in zip(row, self.inputs[:, 0]):
                total += w * x
            z.append([total])
        self.outputs = np.array(z)
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        n_neurons, n_inputs = self.weights.shape
        slope = self.activation.derivative(self.outputs)
        dz = np.zeros((n_neurons, 1))
        d_weights = np.zeros((n_neurons, n_inputs))
        da_prev = np.zeros((n_inputs, 1))
        for i in range(n_neurons):
            dz[i, 0] = da[i, 0] * slope[i, 0]
            for j in range(n_inputs):
                d_weights[i, j] = dz[i, 0] * self.inputs[j, 0]
                da_prev[j, 0] += self.weights[i, j] * dz[i, 0]
        d_weights *= learning_rate
        self.weights = self.weights - d_weights
        self.biases = self.biases - learning_rate * dz
        return da_prev
