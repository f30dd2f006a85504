# mistake: fit calls the derivative with target and output the wrong way round.
# loses: steps of fit

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

    def _schritt(self, x, t, lr):
        a = self.forward(x)
        verlust = binary_cross_entropy(a, t)
        self.backward(binary_cross_entropy_derivative(t, a), lr)
        return verlust

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        n = len(training_data)
        return [
            sum(self._schritt(training_data[i], labels[i].reshape(-1, 1), learning_rate) for i in rng.permutation(n)) / n
            for _ in range(epochs)
        ]
