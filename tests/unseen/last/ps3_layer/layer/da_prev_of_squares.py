# mistake: da_prev uses the squares of the weights.
# loses: da_prev
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        # listo
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
        slope = self.activation.derivative(self.outputs)
        dz_ = slope * da
        grad_pesos, db = (dz_.dot(self.inputs.T), dz_)
        atras = (self.weights ** 2).T.dot(dz_)
        self.weights = self.weights - learning_rate * grad_pesos
        self.biases = self.biases - learning_rate * db
        return atras
