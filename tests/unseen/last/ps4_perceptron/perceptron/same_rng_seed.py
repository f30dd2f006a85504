# mistake: each epoch makes a generator of its own with one seed, so the order is the same in all of them.
# loses: fit_shuffles
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
        seed = int(rng.integers(1000))
        losses_per_epoch = []
        for epoch in range(epochs):
            order = np.random.default_rng(seed).permutation(len(training_data))
            summe = 0.0
            for i in order:
                t = labels[i].reshape(-1, 1)
                a = self.forward(training_data[i])
                summe += binary_cross_entropy(a, t)
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            losses_per_epoch.append(summe / len(order))
        return losses_per_epoch
