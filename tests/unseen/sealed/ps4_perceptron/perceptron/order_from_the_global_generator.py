# mistake: the order is drawn with np.random.permutation; the generator that is passed in is never used
# loses: fit_shuffles
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
        for _ in range(epochs):
            order = np.random.permutation(len(training_data))
            losses = []
            for x, t in zip(training_data[order], labels[order]):
                t = t.reshape(-1, 1)
                a = self.forward(x)
                losses.append(binary_cross_entropy(a, t))
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            history.append(np.mean(losses))
        return history
