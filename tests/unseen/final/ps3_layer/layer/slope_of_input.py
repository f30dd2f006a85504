# mistake: dz takes the slope at the layer's inputs' weighted sum without biases, f'(W·a_prev), not at z
# loses: dz
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.array(inputs).reshape(-1, 1)
        self.outputs = np.dot(self.weights, self.inputs) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        summe = np.dot(self.weights, self.inputs)
        dz = da * self.activation.derivative(summe)
        d_weights = np.dot(dz, self.inputs.T)
        da_prev = np.dot(self.weights.T, dz)
        self.weights -= learning_rate * d_weights
        self.biases -= learning_rate * dz
        return da_prev
