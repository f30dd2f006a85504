# mistake: dz lets da through wherever the slope is above 0, in place of multiplying by the slope
# loses: dz
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        """inputs (n_inputs,) or (n_inputs, 1). Returns the activation a (n_neurons, 1)."""
        x = np.array(inputs).reshape(-1, 1)
        z = np.dot(self.weights, x) + self.biases
        self.inputs, self.outputs = x, z
        return self.activation(z)

    def backward(self, da, learning_rate):
        gate = self.activation.derivative(self.outputs) > 0
        dz = np.where(gate, da, 0.0)
        da_prev = self.weights.T @ dz
        self.weights = self.weights - learning_rate * dz @ self.inputs.T
        self.biases = self.biases - learning_rate * dz
        return da_prev
