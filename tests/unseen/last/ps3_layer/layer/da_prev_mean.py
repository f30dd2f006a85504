# mistake: da_prev is divided by the number of neurons: the mean of their contributions, not the sum.
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
        self.outputs = self.weights @ self.inputs + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        cuantos = len(self.outputs)
        dz_ = da * self.activation.derivative(self.outputs)
        atras = np.zeros(self.inputs.shape)
        for i in range(cuantos):
            atras += self.weights[i].reshape(-1, 1) * dz_[i] / cuantos
        self.weights = self.weights - learning_rate * dz_ @ self.inputs.T
        self.biases = self.biases - learning_rate * dz_
        return atras
