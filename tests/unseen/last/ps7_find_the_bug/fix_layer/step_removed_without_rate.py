# mistake: the old weights are restored by adding the gradient back without its learning rate.
# loses: order
class BrokenLayer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
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
        grad = dz @ self.inputs.T
        self.weights -= learning_rate * grad
        self.biases -= learning_rate * dz
        alt = self.weights + grad
        return alt.T @ dz
