# mistake: d_biases is multiplied by the biases themselves
# loses: d_biases
class Layer:
    """A dense layer: every neuron sees every input. One sample at a time, in columns.

    weights     (n_neurons, n_inputs), row i belongs to neuron i
    biases      (n_neurons, 1)
    inputs      (n_inputs, 1), what the last forward received, as a column
    outputs     (n_neurons, 1), the pre-activation z of the last forward
    activation  an object f with f(z) and f.derivative(z), both element by element
    """

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
        d_biases = dz * self.biases
        da_prev = self.weights.T @ dz

        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * d_biases
        return da_prev
