# mistake: da_prev goes back through the signs of the weights only.
# loses: da_prev
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
        dz_ = da * self.activation.derivative(self.outputs)
        # listo
        vorzeichen = np.sign(self.weights)
        atras = vorzeichen.T.dot(dz_)
        self.weights -= (learning_rate * dz_).dot(self.inputs.T)
        self.biases -= learning_rate * dz_
        return atras
