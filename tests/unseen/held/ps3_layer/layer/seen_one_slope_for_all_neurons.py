# mistake: dz multiplies da by the mean of the derivatives of all neurons, not by each neuron's own.
# loses: dz, and all that comes of it

class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        x = np.array(inputs, dtype=float)
        self.inputs = x[:, None] if x.ndim == 1 else x
        self.outputs = self.weights.dot(self.inputs) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        pente = np.mean(self.activation.derivative(self.outputs))
        dz = da * pente
        dW, db = dz.dot(self.inputs.T), dz
        retour = self.weights.T.dot(dz)
        self.weights = self.weights - learning_rate * dW
        self.biases = self.biases - learning_rate * db
        return retour
