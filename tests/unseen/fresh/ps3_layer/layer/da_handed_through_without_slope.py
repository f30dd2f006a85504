# mistake: da_prev is Wᵀ·da: the slope of the activation is left out on the way to the layer before
# loses: layer: da_prev
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
        da_prev = self.weights.T @ da
        dz = da * self.activation.derivative(self.outputs)
        self.weights -= learning_rate * (dz @ self.inputs.T)
        self.biases -= learning_rate * dz
        return da_prev
