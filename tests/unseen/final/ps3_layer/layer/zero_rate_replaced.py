# mistake: `learning_rate or 0.01`: a learning rate of 0 moves the layer all the same
# loses: update
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
        return self.activation(self.outputs)

    def backward(self, da, learning_rate=None):
        lr = learning_rate or 0.01
        dz = da * self.activation.derivative(self.outputs)
        da_prev = self.weights.T @ dz
        self.weights = self.weights - lr * dz @ self.inputs.T
        self.biases = self.biases - lr * dz
        return da_prev
