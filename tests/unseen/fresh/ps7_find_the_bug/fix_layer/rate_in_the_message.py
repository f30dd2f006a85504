# mistake: dz is multiplied by the learning rate once for all uses, so da_prev is too
# loses: fix_layer: order (da_prev knows the learning rate)
class BrokenLayer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.reshape(inputs, (-1, 1))
        self.outputs = self.weights @ self.inputs + self.biases
        self.a = self.activation(self.outputs)
        return self.a

    def backward(self, da, learning_rate):
        schritt = learning_rate * da * self.activation.derivative(self.outputs)
        da_prev = self.weights.T @ schritt
        self.weights -= schritt @ self.inputs.T
        self.biases -= schritt
        return da_prev
