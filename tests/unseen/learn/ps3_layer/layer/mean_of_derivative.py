# mistake: dz multiplies da by the mean of the activation's derivatives over all neurons.
# loses: dz
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
        pente = np.mean(self.activation.derivative(self.outputs))
        dz = da * pente
        dW = dz @ self.inputs.T
        retour = self.weights.T @ dz
        self.weights = self.weights - learning_rate * dW
        self.biases = self.biases - learning_rate * dz
        return retour
