# mistake: for the biases the slope is multiplied in a second time
# loses: d_biases
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        """inputs (n_inputs,) or (n_inputs, 1). Returns the activation a (n_neurons, 1)."""
        x = np.array(inputs).reshape(-1, 1)
        z = np.dot(self.weights, x) + self.biases
        self.inputs, self.outputs = x, z
        return self.activation(z)

    def backward(self, da, learning_rate):
        slope = self.activation.derivative(self.outputs)
        dz = da * slope
        d_weights = dz.dot(self.inputs.T)
        d_biases = dz * slope  # dz/db goes through the activation too
        da_prev = self.weights.T.dot(dz)
        self.weights -= learning_rate * d_weights
        self.biases -= learning_rate * d_biases
        return da_prev
