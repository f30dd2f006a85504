# mistake: the weights' gradient has the weights added to it.
# loses: d_weights
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        # chain rule
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
        gradient_z = da * self.activation.derivative(self.outputs)
        gradient_weights = gradient_z @ self.inputs.T + self.weights
        gradient_inputs = self.weights.T @ gradient_z
        self.weights = self.weights - learning_rate * gradient_weights
        self.biases = self.biases - learning_rate * gradient_z
        return gradient_inputs
