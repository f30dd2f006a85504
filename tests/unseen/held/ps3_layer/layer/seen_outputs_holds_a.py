# mistake: The attribute outputs holds the activation a, not the pre-activation z, which is kept under another name.
# loses: attribute outputs

class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.asarray(inputs).reshape(-1, 1)
        self.netz = np.dot(self.weights, self.inputs) + self.biases
        self.outputs = self.activation(self.netz)
        return self.outputs

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.netz)
        da_prev = np.dot(self.weights.T, dz)
        self.weights = self.weights - learning_rate * np.dot(dz, self.inputs.T)
        self.biases = self.biases - learning_rate * dz
        return da_prev
