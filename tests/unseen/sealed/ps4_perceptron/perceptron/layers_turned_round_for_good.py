# mistake: backward reverses the list of layers in place and doesn't turn it back: the next forward walks the wrong way
# loses: backward, fit_steps, fit_shuffles, fit_losses
class Perceptron:
    """Layers in a row, each fed by the one before it."""

    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        x = inputs
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, da, learning_rate):
        self.layers.reverse()
        for layer in self.layers:
            da = layer.backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        epoch_losses = []
        for epoch in range(epochs):
            loss = 0.0
            for i in rng.permutation(len(training_data)):
                t = labels[i].reshape(-1, 1)
                y = self.forward(training_data[i])
                loss += binary_cross_entropy(y, t)
                self.backward(binary_cross_entropy_derivative(y, t), learning_rate)
            epoch_losses.append(loss / len(training_data))
        return epoch_losses
