# mistake: The old weights are remembered by a second name for the same array, which the in-place update changes too, so da_prev is taken from the new ones.
# loses: da_prev

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
        old_weights = self.weights  # da_prev needs the weights from before the step

        dz = da * self.activation.derivative(self.outputs)
        self.weights -= learning_rate * (dz @ self.inputs.T)
        self.biases -= learning_rate * dz

        da_prev = old_weights.T @ dz
        return da_prev
