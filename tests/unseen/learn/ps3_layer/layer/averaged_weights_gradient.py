# mistake: the weights' gradient is divided by the number of inputs.
# loses: update
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.array(inputs).reshape(-1, 1)
        self.outputs = np.dot(self.weights, self.inputs) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        delta = da * self.activation.derivative(self.outputs)
        grad_w = delta @ self.inputs.T / len(self.inputs)
        da_prev = self.weights.T @ delta
        self.weights = self.weights - learning_rate * grad_w
        self.biases = self.biases - learning_rate * delta
        return da_prev
