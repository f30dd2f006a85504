# mistake: forward divides the inputs by their length before it uses and stores them.
# loses: forward
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        x = np.reshape(inputs, (-1, 1))
        self.inputs = x / (np.linalg.norm(x) + 1e-12)
        self.outputs = self.weights @ self.inputs + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        d1 = da * self.activation.derivative(self.outputs)
        gp = self.weights.T @ d1
        self.weights = self.weights - learning_rate * d1 @ self.inputs.T
        self.biases = self.biases - learning_rate * d1
        return gp
