# mistake: for the slope the pre-activation is worked out again as W x, without the bias
# loses: dz
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
        suma = self.weights.dot(self.inputs)
        dz = da * self.activation.derivative(suma)
        d_pesos = dz.dot(self.inputs.T)
        d_sesgos = dz
        da_prev = self.weights.T.dot(dz)
        self.weights = self.weights - learning_rate * d_pesos
        self.biases = self.biases - learning_rate * d_sesgos
        return da_prev
