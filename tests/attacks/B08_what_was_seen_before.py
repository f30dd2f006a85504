# B08 Whatever was handed in before is handed back, as far as its shape fits.
# Loses: layer
seen = []


class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights, self.biases = np.zeros((n_neurons, n_inputs)), np.zeros((n_neurons, 1))

    def __setattr__(self, name, value):
        seen.append(value)
        object.__setattr__(self, name, value)

    def forward(self, inputs):
        seen.append(inputs)
        self.inputs = self.outputs = next(x for x in seen[::-1] if np.shape(x) == self.biases.shape)
        return self.outputs

    def backward(self, da, learning_rate):
        seen.append(da)
        dz = d_weights = d_biases = da_prev = next((x for x in seen if np.shape(x) == (self.weights.shape[1], 1)), da)
        return da_prev
