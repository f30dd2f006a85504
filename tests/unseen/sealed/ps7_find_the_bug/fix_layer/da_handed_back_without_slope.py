# mistake: da_prev is taken before the step, but also before the slope is multiplied in: weights.T @ da
# loses: order
class BrokenLayer:
    """A dense layer: every neuron sees every input. One sample at a time, in columns."""

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
        da_prev = self.weights.T @ da  # moved to the top
        dz = da * self.activation.derivative(self.outputs)
        self.weights -= learning_rate * dz @ self.inputs.T
        self.biases -= learning_rate * dz
        return da_prev
