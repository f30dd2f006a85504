# mistake: da_prev gets the slope at the inputs multiplied on as well, (Wᵀ·dz) ⊙ f'(a_prev): that is the job of the layer before
# loses: da_prev
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
        # delta_l = (W^T delta_{l+1}) * sigma'(.)   (Nielsen, BP2)
        dz = da * self.activation.derivative(self.outputs)
        d_weights = dz @ self.inputs.T
        da_prev = (self.weights.T @ dz) * self.activation.derivative(self.inputs)
        self.weights = self.weights - learning_rate * d_weights
        self.biases = self.biases - learning_rate * dz
        return da_prev
