# mistake: none: permuted copies zipped, generator choice without replacement, losses as NumPy floats
# loses: nothing
class Perceptron:
    def __init__(self, layers):
        self.layers = layers
        self.n = len(layers)

    def forward(self, inputs):
        a = np.asarray(inputs, dtype=float).reshape(-1, 1)
        k = 0
        while k < self.n:
            a = self.layers[k].forward(a)
            k += 1
        return a

    def backward(self, da, learning_rate):
        k = self.n
        while k:
            k -= 1
            da = self.layers[k].backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        N = training_data.shape[0]

        def one_epoch():
            order = rng.choice(N, size=N, replace=False)
            for x, t in zip(training_data[order], labels[order]):
                t = np.atleast_2d(t).T
                a = self.forward(x)
                loss = binary_cross_entropy(a, t)
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
                yield loss

        return [np.mean(list(one_epoch())) for _ in range(epochs)]
