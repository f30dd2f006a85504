# mistake: to get the derivative at z, self.a is set to z, and forward now returns z
# loses: fix_layer: derivative (forward is broken: the result is not activated)
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
        self.a = self.outputs        # FIX: the derivative needs z
        return self.a

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.a)
        da_prev = self.weights.T @ dz    # FIX: before the update
        self.weights -= learning_rate * dz @ self.inputs.T
        self.biases -= learning_rate * dz
        return da_prev
