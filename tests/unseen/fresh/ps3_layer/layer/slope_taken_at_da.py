# mistake: the derivative of the activation is taken at da instead of z
# loses: layer: dz, and what follows from it (d_weights, d_biases, da_prev, update)
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        x = np.array(inputs, dtype=float)
        self.inputs = x[:, None] if x.ndim == 1 else x
        self.outputs = np.matmul(self.weights, self.inputs) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        # through the activation: its derivative, applied to what arrives
        dz = da * self.activation.derivative(da)
        # through the weighted sum
        d_weights = np.matmul(dz, self.inputs.T)
        d_biases = dz
        da_prev = np.matmul(self.weights.T, dz)
        # the step
        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * d_biases
        return da_prev
