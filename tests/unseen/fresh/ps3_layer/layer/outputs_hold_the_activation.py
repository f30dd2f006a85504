# mistake: outputs holds a = f(z) instead of z; backward works from a z of its own
# loses: layer: forward (z kept as outputs)
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None
        self.z = None

    def forward(self, inputs):
        self.inputs = np.reshape(inputs, (-1, 1))
        self.z = self.weights @ self.inputs + self.biases
        self.outputs = self.activation(self.z)
        return self.outputs

    def backward(self, da, learning_rate):
        dz = np.multiply(da, self.activation.derivative(self.z))
        d_weights = np.outer(dz, self.inputs)
        d_biases = dz
        da_prev = self.weights.T @ dz
        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * d_biases
        return da_prev
