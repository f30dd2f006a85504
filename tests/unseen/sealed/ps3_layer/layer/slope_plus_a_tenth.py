# mistake: 0.1 is added to the slope, so that flat places still learn (a trick from an old paper)
# loses: dz
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
        """da (n_neurons, 1), the gradient of the loss. Returns da_prev (n_inputs, 1)."""
        f_prime = self.activation.derivative(self.outputs) + 0.1  # avoids the flat spot
        dz = da * f_prime
        d_weights = dz @ self.inputs.T
        d_biases = dz
        da_prev = self.weights.T @ dz

        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * d_biases
        return da_prev
