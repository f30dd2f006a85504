# mistake: the order is a permutation of N - 1 numbers: the last sample is never taken
# loses: fit_shuffles, fit_steps, fit_losses
class Perceptron:
    """Layers in a row, each fed by the one before it."""

    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        a = inputs
        for layer in self.layers:
            a = layer.forward(a)
        return a

    def backward(self, da, learning_rate):
        for i in range(len(self.layers) - 1, -1, -1):
            da = self.layers[i].backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        last_index = len(training_data) - 1
        mean_losses = []
        for _ in range(epochs):
            losses = []
            for i in rng.permutation(last_index):  # indices start at 0
                target = labels[i].reshape(-1, 1)
                output = self.forward(training_data[i].reshape(-1, 1))
                losses.append(binary_cross_entropy(output, target))
                self.backward(binary_cross_entropy_derivative(output, target), learning_rate)
            mean_losses.append(sum(losses) / len(losses))
        return mean_losses
