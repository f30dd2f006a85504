# mistake: forward keeps the inputs as a row (1, n_inputs); all else is written for that
# loses: layer: forward (inputs kept as a column)
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.array(inputs).reshape(1, -1)
        self.outputs = self.weights @ self.inputs.T + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        d_weights = dz @ self.inputs      # (n_neurons, 1) times (1, n_inputs)
        d_biases = dz
        da_prev = self.weights.T @ dz
        self.weights -= learning_rate * d_weights
        self.biases -= learning_rate * d_biases
        return da_prev
