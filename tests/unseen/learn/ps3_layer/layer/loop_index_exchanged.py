# mistake: the loop over neurons and inputs takes the inputs in reverse order for the weights' gradient.
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
        dz = da * self.activation.derivative(self.outputs)
        n, m = self.weights.shape
        dW = np.zeros((n, m))
        for i in range(n):
            for j in range(m):
                dW[i, j] = dz[i, 0] * self.inputs[m - 1 - j, 0]
        da_prev = self.weights.T @ dz
        self.weights -= learning_rate * dW
        self.biases -= learning_rate * dz
        return da_prev
