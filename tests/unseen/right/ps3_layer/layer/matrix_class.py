# mistake: none: keeps a row of inputs beside the column, np.matmul with out-of-place steps, parameters as new float arrays
# loses: nothing
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        if np.ndim(inputs) == 1:
            inputs = inputs[:, np.newaxis]
        self.inputs, self.row = inputs, inputs.T
        self.outputs = np.dot(self.row, self.weights.T).T + self.biases
        assert self.outputs.shape == self.biases.shape
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        f_ = self.activation.derivative
        dz_row = (da * f_(self.outputs)).T
        da_prev_row = dz_row @ self.weights
        for parameter, gradient in (("weights", dz_row.T * self.row), ("biases", dz_row.T)):
            setattr(self, parameter, getattr(self, parameter) - learning_rate * gradient)
        return da_prev_row.T
