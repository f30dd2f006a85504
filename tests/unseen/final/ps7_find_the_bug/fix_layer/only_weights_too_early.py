# mistake: da_prev is computed after the biases' step with z of the new biases: the slope is asked once more at W·a_prev + b
# loses: order
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
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(self.outputs)
        step = learning_rate * dz @ self.inputs.T
        self.biases -= learning_rate * dz
        z = self.weights @ self.inputs + self.biases
        da_prev = self.weights.T @ (da * self.activation.derivative(z))
        self.weights -= step
        return da_prev
