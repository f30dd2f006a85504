# mistake: dz is clipped to [−0.1, 0.1] "so that it cannot explode".
# loses: dz, d_weights, d_biases, da_prev, update
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
        g = np.clip(da * self.activation.derivative(self.outputs), -0.1, 0.1)
        da_prev = self.weights.T @ g
        self.weights -= learning_rate * (g @ self.inputs.T)
        self.biases -= learning_rate * g
        return da_prev
