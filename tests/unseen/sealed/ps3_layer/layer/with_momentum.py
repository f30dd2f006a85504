# mistake: the weights move with momentum: 0.9 of the step before is added to each step
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

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        d_weights = dz @ self.inputs.T
        d_biases = dz
        da_prev = self.weights.T @ dz

        self.v_w = 0.9 * getattr(self, "v_w", 0.0) - learning_rate * d_weights
        self.v_b = 0.9 * getattr(self, "v_b", 0.0) - learning_rate * d_biases
        self.weights = self.weights + self.v_w
        self.biases = self.biases + self.v_b
        return da_prev
