# mistake: the slope is written out as 1 - a**2, which is right for tanh and wrong for every other activation
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
        self.outputs = self.weights @ self.inputs + self.biases
        self.a = self.activation(self.outputs)
        return self.a

    def backward(self, da, learning_rate):
        dz = da * (1 - self.a ** 2)
        da_prev = self.weights.T @ dz
        self.weights -= learning_rate * dz @ self.inputs.T
        self.biases -= learning_rate * dz
        return da_prev
