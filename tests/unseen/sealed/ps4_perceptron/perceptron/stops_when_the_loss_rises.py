# mistake: fit ends as soon as an epoch's mean loss is not below that of the epoch before
# loses: fit_losses, fit_steps
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
        for layer in reversed(self.layers):
            da = layer.backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        mean_losses = []
        for epoch in range(epochs):
            losses = []
            for i in rng.permutation(len(training_data)):
                t = labels[i].reshape(-1, 1)
                a = self.forward(training_data[i])
                losses.append(binary_cross_entropy(a, t))
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            mean_losses.append(np.mean(losses))
            if epoch > 0 and mean_losses[-1] >= mean_losses[-2]:
                break  # it doesn't get better any more
        return mean_losses
