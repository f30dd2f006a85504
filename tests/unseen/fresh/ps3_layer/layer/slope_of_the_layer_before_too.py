# mistake: da_prev is multiplied by the derivative at the inputs, which the layer before will do itself
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
        delta = da * self.activation.derivative(self.outputs)
        # delta of the previous layer = Wᵀ delta ⊙ f'
        da_prev = (self.weights.T @ delta) * self.activation.derivative(self.inputs)

        self.weights = self.weights - learning_rate * delta @ self.inputs.T
        self.biases = self.biases - learning_rate * delta
        return da_prev
