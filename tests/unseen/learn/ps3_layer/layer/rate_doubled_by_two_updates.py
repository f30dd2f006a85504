# mistake: the biases take their step twice, once by themselves and once together with the weights.
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

    def _step(self, dW, db, lr):
        self.weights = self.weights - lr * dW
        self.biases = self.biases - lr * db

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        db = dz
        self.biases = self.biases - learning_rate * db
        dW = dz @ self.inputs.T
        da_prev = self.weights.T @ dz
        self._step(dW, db, learning_rate)
        return da_prev
