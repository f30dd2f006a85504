# mistake: dz multiplies da by the activation itself, not by its derivative.
# loses: dz
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        x = np.asarray(inputs, dtype=float).reshape(-1, 1)
        z = np.dot(self.weights, x) + self.biases
        self.inputs, self.outputs = (x, z)
        return self.activation(z)

    def backward(self, da, learning_rate):
        sortie = self.activation(self.outputs)
        delta_z = da * sortie
        grad_w = delta_z @ self.inputs.T
        grad_prev = self.weights.T @ delta_z
        self.weights = self.weights - learning_rate * grad_w
        self.biases = self.biases - learning_rate * delta_z
        return grad_prev
