# mistake: dz is divided by the number of neurons, as if it were a mean over them
# loses: dz
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.asarray(inputs, dtype=float)
        if self.inputs.ndim == 1:
            self.inputs = self.inputs[:, np.newaxis]
        self.outputs = np.einsum("ij,jk->ik", self.weights, self.inputs) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        m = da.shape[0]
        dz = da * self.activation.derivative(self.outputs) / m
        d_weights = np.einsum("ik,jk->ij", dz, self.inputs)
        d_biases = dz
        da_prev = np.einsum("ij,ik->jk", self.weights, dz)
        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * d_biases
        return da_prev
