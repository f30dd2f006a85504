# mistake: fit reports the share of wrong answers per epoch, not the mean loss.
# loses: fit_losses
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        for layer in self.layers:
            inputs = layer.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        for i in range(len(self.layers) - 1, -1, -1):
            da = self.layers[i].backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        curve = []
        for _ in range(epochs):
            wrong = 0
            for i in rng.permutation(len(training_data)):
                t = labels[i].reshape(-1, 1)
                a = self.forward(training_data[i])
                wrong += int(np.any((a > 0.5) != (t > 0.5)))
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            curve.append(wrong / len(training_data))
        return curve
