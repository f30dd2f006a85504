# mistake: none: loops over neurons and inputs, da_prev filled in before the weights of that neuron move, in place
# loses: nothing
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        self.inputs = np.reshape(inputs, (-1, 1))
        self.outputs = np.array([[sum(w * x for w, x in zip(row, self.inputs[:, 0])) + b] for row, b in zip(self.weights, self.biases[:, 0])])
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        slope = self.activation.derivative(self.outputs)
        da_prev = np.zeros(self.inputs.shape)
        for i in range(len(self.weights)):
            delta = float(da[i, 0] * slope[i, 0])
            for j in range(len(self.inputs)):
                da_prev[j, 0] += delta * self.weights[i, j]
                self.weights[i, j] -= learning_rate * delta * self.inputs[j, 0]
            self.biases[i, 0] -= learning_rate * delta
        return da_prev
