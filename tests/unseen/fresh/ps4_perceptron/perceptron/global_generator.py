# mistake: the order comes from np.random.permutation and not from the rng that is handed in
# loses: perceptron: fit_shuffles (drawn from rng)
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

    def fit(self, training_data, labels, epochs, learning_rate, rng=None):
        n = len(training_data)
        losses = []
        for _ in range(epochs):
            order = np.random.permutation(n)
            total = 0.0
            for i in order:
                out = self.forward(training_data[i])
                t = labels[i].reshape(-1, 1)
                total += binary_cross_entropy(out, t)
                self.backward(binary_cross_entropy_derivative(out, t), learning_rate)
            losses.append(total / n)
        return losses
