# mistake: the mean loss of an epoch is measured in a second walk, after all its steps
# loses: fit_losses
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
        losses = []
        for _ in range(epochs):
            for i in rng.permutation(len(training_data)):
                t = labels[i].reshape(-1, 1)
                a = self.forward(training_data[i])
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            losses.append(
                np.mean([binary_cross_entropy(self.forward(x), t.reshape(-1, 1)) for x, t in zip(training_data, labels)])
            )
        return losses
