# mistake: fit's sum of losses is set to 0 once, before the first epoch, so every epoch's mean has the earlier ones in it.
# loses: losses from the second epoch on

class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        for layer in self.layers:
            inputs = layer.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        for layer in reversed(self.layers):
            da = layer.backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        history = []
        total = 0.0
        for _ in range(epochs):
            for i in rng.permutation(len(training_data)):
                target = np.reshape(labels[i], (-1, 1))
                output = self.forward(training_data[i])
                total += binary_cross_entropy(output, target)
                self.backward(binary_cross_entropy_derivative(output, target), learning_rate)
            history.append(total / len(training_data))
        return history
