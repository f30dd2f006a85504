# mistake: a slip in the sign of assignment, "=-" for "-=": the weights become minus the step, not the old weights minus the step
# loses: update
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
        dz = da * self.activation.derivative(self.outputs)
        d_weights = dz @ self.inputs.T
        d_biases = dz
        da_prev = self.weights.T @ dz
        self.weights =- learning_rate * d_weights
        self.biases -= learning_rate * d_biases
        return da_prev
