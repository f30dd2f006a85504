# mistake: dz multiplies by the derivative twice.
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
        self.outputs = self.weights.dot(self.inputs) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        f1 = self.activation.derivative(self.outputs)
        dz_ = da * f1
        delta = dz_ * f1
        atras = self.weights.T.dot(delta)
        self.weights -= (learning_rate * delta).dot(self.inputs.T)
        self.biases -= learning_rate * delta
        return atras
