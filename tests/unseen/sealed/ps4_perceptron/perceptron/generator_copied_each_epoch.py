# mistake: each epoch draws from a fresh copy of rng, so every epoch has the same order
# loses: fit_shuffles
import copy


class Perceptron:
    """Layers in a row."""

    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        z = inputs
        for layer in self.layers:
            z = layer.forward(z)
        return z

    def backward(self, da, learning_rate):
        for layer in reversed(self.layers):
            da = layer.backward(da, learning_rate)
        return da

    def one_epoch(self, data, labels, learning_rate, rng):
        losses = []
        for i in rng.permutation(len(data)):
            t = labels[i].reshape(-1, 1)
            a = self.forward(data[i])
            losses.append(binary_cross_entropy(a, t))
            self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
        return float(np.mean(losses))

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        # a copy, so as not to use up the caller's generator
        return [self.one_epoch(training_data, labels, learning_rate, copy.deepcopy(rng)) for _ in range(epochs)]
