# mistake: the biases take their step with a plus, the weights with a minus
# loses: update
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        entrada = np.asarray(inputs).reshape((self.weights.shape[1], 1))
        self.inputs = entrada
        self.outputs = self.weights.dot(entrada) + self.biases
        salida = self.activation(self.outputs)
        return salida

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        da_prev = self.weights.T @ dz
        for param, grad, sign in ((self.weights, dz @ self.inputs.T, -1), (self.biases, dz, +1)):
            param += sign * learning_rate * grad
        return da_prev
