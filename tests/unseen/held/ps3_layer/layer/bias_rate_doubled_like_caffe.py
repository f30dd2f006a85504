# mistake: the biases move with twice the learning rate, as an old tutorial has it
# loses: the biases after the step

class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.reshape(inputs, (-1, 1))
        self.outputs = np.einsum("ji,ik->jk", self.weights, self.inputs) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        pente = self.activation.derivative(self.outputs)
        dz = pente * da
        d_poids, d_biais = np.einsum("jk,ik->ji", dz, self.inputs), dz
        da_prev = np.einsum("ji,jk->ik", self.weights, dz)
        self._descendre(d_poids, d_biais, learning_rate)
        return da_prev

    def _descendre(self, d_poids, d_biais, learning_rate):
        self.weights = self.weights - learning_rate * d_poids
        self.biases = self.biases - 2 * learning_rate * d_biais
