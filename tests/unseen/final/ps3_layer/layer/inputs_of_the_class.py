# mistake: inputs and outputs are kept on the class: of two layers the first finds those of the second on the way back
# loses: forward, update
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation

    def forward(self, inputs):
        Layer.inputs = np.reshape(inputs, (-1, 1))
        Layer.outputs = self.weights @ Layer.inputs + self.biases
        return self.activation(Layer.outputs)

    def backward(self, da, learning_rate):
        dz = da * self.activation.derivative(Layer.outputs)
        da_prev = self.weights.T @ dz
        self.weights = self.weights - learning_rate * dz @ Layer.inputs.T
        self.biases = self.biases - learning_rate * dz
        return da_prev
