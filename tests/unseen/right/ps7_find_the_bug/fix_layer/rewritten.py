# mistake: none: rewritten from the equations, a isn't kept, new arrays in the step
# loses: nothing
class BrokenLayer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.atleast_2d(np.ravel(inputs)).T
        self.outputs = np.matmul(self.weights, self.inputs) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        delta = np.multiply(self.activation.derivative(self.outputs), da)
        W, self.weights = self.weights, self.weights - learning_rate * np.outer(delta, self.inputs)
        self.biases = self.biases - learning_rate * delta
        return W.T @ delta
