# mistake: dz is the sum of da over all neurons times the slope, so each neuron answers for all
# loses: layer: dz, and what follows from it (d_weights, d_biases, da_prev, update)
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.asarray(inputs).reshape((-1, 1))
        self.outputs = self.weights.dot(self.inputs) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        fehler = np.sum(da)
        dz = fehler * self.activation.derivative(self.outputs)
        d_weights = dz.dot(self.inputs.T)
        d_biases = dz
        da_prev = self.weights.T.dot(dz)
        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * d_biases
        return da_prev
