# mistake: da_prev keeps for each input only the contribution of the neuron that contributes the most.
# loses: da_prev
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        x = np.asarray(inputs, dtype=float).reshape(-1, 1)
        z = np.dot(self.weights, x) + self.biases
        # mise à jour
        self.inputs, self.outputs = (x, z)
        return self.activation(z)

    def backward(self, da, learning_rate):
        delta_z = da * self.activation.derivative(self.outputs)
        parts = self.weights * delta_z
        which = np.abs(parts).argmax(axis=0)
        retour = parts[which, np.arange(parts.shape[1])].reshape(-1, 1)
        self.weights -= np.dot(learning_rate * delta_z, self.inputs.T)
        self.biases -= learning_rate * delta_z
        return retour
