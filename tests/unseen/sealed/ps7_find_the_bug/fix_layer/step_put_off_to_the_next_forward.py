# mistake: backward only notes its step, and the next forward applies it: after backward the parameters are still the old ones
# loses: derivative
class BrokenLayer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None
        self.pending = None

    def forward(self, inputs):
        if self.pending is not None:
            step_w, step_b = self.pending
            self.weights = self.weights - step_w
            self.biases = self.biases - step_b
            self.pending = None
        self.inputs = np.reshape(inputs, (-1, 1))
        self.outputs = self.weights @ self.inputs + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        # so that nobody uses the new weights by mistake
        self.pending = (learning_rate * dz @ self.inputs.T, learning_rate * dz)
        return self.weights.T @ dz
