# mistake: d_biases is da as it came in: the slope of the activation is left out for the biases only
# loses: d_biases
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
        pendiente = self.activation.derivative(self.outputs)
        d_weights = (da * pendiente) @ self.inputs.T
        d_biases = da
        da_prev = self.weights.T @ (da * pendiente)
        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * d_biases
        return da_prev
