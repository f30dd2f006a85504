# mistake: the biases' gradient is the activation's derivative alone, without da.
# loses: d_biases
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.reshape(inputs, (-1, 1))
        self.outputs = np.dot(self.weights, self.inputs) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        g = self.activation.derivative(self.outputs)
        dz_ = da * g
        atras = np.dot(self.weights.T, dz_)
        # actualizar
        self.weights = self.weights - np.dot(learning_rate * dz_, self.inputs.T)
        self.biases = self.biases - learning_rate * g
        return atras
