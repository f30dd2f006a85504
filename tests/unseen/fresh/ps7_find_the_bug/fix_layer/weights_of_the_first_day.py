# mistake: da_prev is made from a copy of the weights taken in __init__, right at the first backward only
# loses: fix_layer: order (from the second backward on, or after weights are set)
class BrokenLayer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.old_weights = self.weights.copy()
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.reshape(inputs, (-1, 1))
        self.outputs = self.weights @ self.inputs + self.biases
        self.a = self.activation(self.outputs)
        return self.a

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        self.weights -= learning_rate * dz @ self.inputs.T
        self.biases -= learning_rate * dz
        return self.old_weights.T @ dz
