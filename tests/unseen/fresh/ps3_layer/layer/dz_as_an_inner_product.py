# mistake: dz is daᵀ·f'(z), one number for the layer, spread over all neurons
# loses: layer: dz, and what follows from it (d_weights, d_biases, da_prev, update)
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = inputs.reshape(-1, 1)
        self.outputs = self.weights @ self.inputs + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        dz = da.T @ self.activation.derivative(self.outputs) * np.ones_like(da)
        d_weights = dz @ self.inputs.T
        d_biases = dz
        da_prev = self.weights.T @ dz

        self.weights -= learning_rate * d_weights
        self.biases -= learning_rate * d_biases

        return da_prev
