# mistake: the weights' gradient uses the absolute values of the inputs.
# loses: d_weights
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
        delta = da * self.activation.derivative(self.outputs)
        eingang = np.abs(self.inputs)
        dW = delta @ eingang.T
        da_prev = self.weights.T @ delta
        self.weights -= learning_rate * dW
        self.biases -= learning_rate * delta
        return da_prev
