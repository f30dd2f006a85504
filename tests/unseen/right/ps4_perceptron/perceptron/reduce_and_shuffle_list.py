# mistake: none: functools.reduce in both directions, a list of indices shuffled by rng.shuffle, losses in a NumPy array turned to a list
# loses: nothing
from functools import reduce


class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        return reduce(lambda a, layer: layer.forward(a), self.layers, inputs)

    def backward(self, da, learning_rate):
        return reduce(lambda g, layer: layer.backward(g, learning_rate), self.layers[::-1], da)

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        losses = np.zeros((epochs, len(training_data)))
        order = list(range(len(training_data)))
        for e in range(epochs):
            rng.shuffle(order)
            for k, i in enumerate(order):
                t = labels[i][:, None]
                out = self.forward(training_data[i])
                losses[e, k] = binary_cross_entropy(out, t)
                self.backward(binary_cross_entropy_derivative(out, t), learning_rate)
        return losses.mean(axis=1).tolist()
