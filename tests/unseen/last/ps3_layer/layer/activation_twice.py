# mistake: forward applies the activation twice.
# loses: forward
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        # ein Schritt
        self.inputs = np.reshape(inputs, (-1, 1))
        self.outputs = self.weights.dot(self.inputs) + self.biases
        aktiv = self.activation(self.outputs)
        return self.activation(aktiv)

    def backward(self, da, learning_rate):
        delta = da * self.activation.derivative(self.outputs)
        zurueck = self.weights.T.dot(delta)
        self.weights = self.weights - (learning_rate * delta).dot(self.inputs.T)
        self.biases = self.biases - learning_rate * delta
        return zurueck
