# mistake: forward keeps inputs in the form they came in, so that a plain vector stays (n_inputs,) and is not kept as a column
# loses: forward
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = inputs
        col = np.asarray(inputs).reshape(-1, 1)
        self.outputs = self.weights @ col + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        d_weights = np.outer(dz, self.inputs)
        d_biases = dz
        da_prev = self.weights.T @ dz
        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * d_biases
        return da_prev
