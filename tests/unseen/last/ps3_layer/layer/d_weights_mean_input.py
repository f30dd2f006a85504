# mistake: the weights' gradient is taken of the mean input for every weight: dz times the mean of the inputs.
# loses: d_weights
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
        delta_z = da * self.activation.derivative(self.outputs)
        grad_poids = delta_z * np.mean(self.inputs) * np.ones_like(self.weights)
        retour = self.weights.T @ delta_z
        self.weights -= learning_rate * grad_poids
        self.biases -= learning_rate * delta_z
        return retour
