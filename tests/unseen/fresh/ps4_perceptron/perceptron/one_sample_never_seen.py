# mistake: the loop goes over range(N - 1) of the order, so the last sample of each order is left out
# loses: perceptron: fit_shuffles (every sample once), fit_losses
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
        N = len(training_data)
        losses = []
        for _ in range(epochs):
            order = rng.permutation(N)
            total = 0.0
            for k in range(N - 1):
                i = order[k]
                t = labels[i].reshape(-1, 1)
                out = self.forward(training_data[i])
                total += binary_cross_entropy(out, t)
                self.backward(binary_cross_entropy_derivative(out, t), learning_rate)
            losses.append(total / N)
        return losses
