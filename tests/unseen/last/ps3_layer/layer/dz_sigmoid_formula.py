# mistake: dz uses z(1 − z), the sigmoid's formula with z in place of a, whatever the activation is.
# loses: dz
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        # column
        self.inputs = np.array(inputs, dtype=float).reshape((self.weights.shape[1], 1))
        self.outputs = self.weights.dot(self.inputs)
        self.outputs += self.biases
        a = self.activation(self.outputs)
        return a

    def backward(self, da, learning_rate):
        z = self.outputs
        dz = da * z * (1 - z)
        da_prev = self.weights.T @ dz
        self.weights = self.weights - learning_rate * dz @ self.inputs.T
        self.biases = self.biases - learning_rate * dz
        return da_prev
