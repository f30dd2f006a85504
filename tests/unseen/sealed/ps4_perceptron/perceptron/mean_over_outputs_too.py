# mistake: the losses of an epoch are divided by samples times outputs, not by samples
# loses: fit_losses
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
        history = []
        for _ in range(epochs):
            gesamt = 0.0
            for i in rng.permutation(len(labels)):
                soll = labels[i].reshape(-1, 1)
                ist = self.forward(training_data[i])
                gesamt += binary_cross_entropy(ist, soll)
                self.backward(binary_cross_entropy_derivative(ist, soll), learning_rate)
            history.append(gesamt / labels.size)
        return history
