# mistake: the derivative is estimated as (f(z + 0.5) − f(z)) / 0.5.
# loses: derivative
class BrokenLayer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.reshape(inputs, (-1, 1))
        # listo
        self.outputs = self.weights @ self.inputs + self.biases
        self.a = self.activation(self.outputs)
        return self.a

    def backward(self, da, learning_rate):
        h = 0.5
        slope = (self.activation(self.outputs + h) - self.a) / h
        dz_ = da * slope
        atras = self.weights.T @ dz_
        self.weights = self.weights - learning_rate * dz_ @ self.inputs.T
        self.biases = self.biases - learning_rate * dz_
        return atras
