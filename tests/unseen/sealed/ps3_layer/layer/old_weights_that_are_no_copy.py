# mistake: the old weights are only given a second name; the step with -= changes them too, so da_prev uses the new ones
# loses: da_prev
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.asarray(inputs, dtype=float)
        if self.inputs.ndim == 1:
            self.inputs = self.inputs[:, np.newaxis]
        self.outputs = np.einsum("ij,jk->ik", self.weights, self.inputs) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        old_weights = self.weights
        dz = da * self.activation.derivative(self.outputs)
        d_weights = dz @ self.inputs.T
        d_biases = dz.copy()

        self.weights -= learning_rate * d_weights
        self.biases -= learning_rate * d_biases

        da_prev = old_weights.T @ dz
        return da_prev
