# mistake: fit draws each epoch's samples with replacement, so some come twice and others not at all.
# loses: every sample once an epoch

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
        n = training_data.shape[0]
        out = []
        for _ in range(epochs):
            ls = []
            for i in rng.integers(0, n, size=n):
                y = labels[i].reshape(-1, 1)
                p = self.forward(training_data[i])
                ls.append(binary_cross_entropy(p, y))
                self.backward(binary_cross_entropy_derivative(p, y), learning_rate)
            out.append(sum(ls) / n)
        return out
