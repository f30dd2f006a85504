# mistake: copies of data and labels are each shuffled with a draw of their own, so samples get the labels of others
# loses: perceptron: fit_steps, fit_losses
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
        data, targets = training_data.copy(), labels.copy()
        losses = []
        for _ in range(epochs):
            rng.shuffle(data)
            rng.shuffle(targets)
            epoch_loss = []
            for x, t in zip(data, targets):
                t = t.reshape(-1, 1)
                y = self.forward(x)
                epoch_loss.append(binary_cross_entropy(y, t))
                self.backward(binary_cross_entropy_derivative(y, t), learning_rate)
            losses.append(sum(epoch_loss) / len(epoch_loss))
        return losses
