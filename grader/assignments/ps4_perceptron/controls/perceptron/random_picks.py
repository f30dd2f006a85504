class Perceptron:
    """Draws each next sample from those that are left."""

    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, inputs):
        for layer in self.layers:
            inputs = layer.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        stack = list(self.layers)
        while stack:
            da = stack.pop().backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        means = ()
        for _ in range(epochs):
            left, mean = list(range(len(training_data))), 0.0
            while left:
                i = left.pop(int(rng.integers(len(left))))
                t = labels[i][:, np.newaxis]
                a = self.forward(training_data[i][:, np.newaxis])
                mean += binary_cross_entropy(a, t) / len(training_data)
                da = binary_cross_entropy_derivative(a, t)
                self.backward(da, learning_rate)
            means += (mean,)
        return means
