# mistake: the old weights are put aside without a copy, the step is taken in place, and da_prev is made of the new ones
# loses: layer: da_prev (from the old weights)
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
        weights_old = self.weights          # remember them for da_prev!
        dz = da * self.activation.derivative(self.outputs)
        d_weights = dz @ self.inputs.T
        d_biases = dz

        self.weights -= learning_rate * d_weights
        self.biases -= learning_rate * d_biases

        da_prev = weights_old.T @ dz
        return da_prev
