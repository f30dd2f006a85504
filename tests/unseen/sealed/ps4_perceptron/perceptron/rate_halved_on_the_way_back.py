# mistake: backward halves the learning rate from layer to layer, earlier layers get smaller ones
# loses: backward_learning_rate
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        out = inputs
        for layer in self.layers:
            out = layer.forward(out)
        return out

    def backward(self, da, learning_rate):
        rate = learning_rate
        for layer in self.layers[::-1]:
            da = layer.backward(da, rate)
            rate *= 0.5  # earlier layers more carefully
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        n = len(training_data)
        means = []
        for epoch in range(epochs):
            total = 0.0
            order = rng.permutation(n)
            for k in order:
                target = np.reshape(labels[k], (-1, 1))
                output = self.forward(training_data[k])
                total += binary_cross_entropy(output, target)
                self.backward(binary_cross_entropy_derivative(output, target), learning_rate)
            means.append(total / n)
        return means
