# mistake: backward gives every layer the gradient of the output, and not what the layer after it returned.
# loses: steps of all layers but the last, returned gradient

class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        for layer in self.layers:
            inputs = layer.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        for layer in self.layers[::-1]:
            da_prev = layer.backward(da, learning_rate)
        return da_prev

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        verlauf = []
        for epoche in range(epochs):
            reihenfolge = rng.permutation(len(training_data))
            verluste = []
            for k in reihenfolge:
                ziel = labels[k][:, None]
                aus = self.forward(training_data[k])
                verluste.append(binary_cross_entropy(aus, ziel))
                self.backward(binary_cross_entropy_derivative(aus, ziel), learning_rate)
            verlauf.append(np.mean(verluste))
        return verlauf
