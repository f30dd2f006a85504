# mistake: the steps carry 0.9 of the step before (momentum), so from the second backward on they are too large
# loses: layer: update (from the second backward on)
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None
        self.v_w = 0
        self.v_b = 0

    def forward(self, inputs):
        self.inputs = np.reshape(inputs, (-1, 1))
        self.outputs = self.weights @ self.inputs + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        d_weights = dz @ self.inputs.T
        d_biases = dz
        da_prev = self.weights.T @ dz

        self.v_w = 0.9 * self.v_w + learning_rate * d_weights
        self.v_b = 0.9 * self.v_b + learning_rate * d_biases
        self.weights = self.weights - self.v_w
        self.biases = self.biases - self.v_b
        return da_prev
