# mistake: the gradients are divided by their norms before the step, so every step is learning_rate long
# loses: layer: update
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

    @staticmethod
    def richtung(gradient):
        laenge = np.linalg.norm(gradient)
        return gradient / laenge if laenge > 0 else gradient

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        d_weights = dz @ self.inputs.T
        d_biases = dz
        da_prev = self.weights.T @ dz
        # only the direction of the gradient matters, the learning rate is the length
        self.weights = self.weights - learning_rate * self.richtung(d_weights)
        self.biases = self.biases - learning_rate * self.richtung(d_biases)
        return da_prev
