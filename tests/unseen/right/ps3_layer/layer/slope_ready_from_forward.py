# mistake: none: forward already computes the slope and keeps it, backward never asks the activation
# loses: nothing
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.reshape(inputs, (-1, 1))
        self.outputs = self.weights @ self.inputs + self.biases
        self._slope = self.activation.derivative(self.outputs)
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        z_grad = da * self._slope
        vorher = self.weights.copy()
        self.weights -= learning_rate * np.kron(z_grad, self.inputs.T)
        self.biases -= learning_rate * z_grad
        return np.tensordot(vorher, z_grad, axes=(0, 0))
