# mistake: d_weights has the learning rate in it already and is multiplied by it again in the step
# loses: layer: update (weights)
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
        dz = da * self.activation.derivative(self.outputs)
        d_weights = learning_rate * dz @ self.inputs.T
        d_biases = dz
        da_prev = self.weights.T @ dz

        # the step
        for name, step in (("weights", d_weights), ("biases", d_biases)):
            setattr(self, name, getattr(self, name) - learning_rate * step)

        return da_prev
