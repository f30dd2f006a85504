# mistake: the entry of an epoch is the loss of its last sample over N (loss is set, not added to)
# loses: perceptron: fit_losses
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
        losses = []
        for e in range(epochs):
            loss = 0
            for i in rng.permutation(training_data.shape[0]):
                y = self.forward(training_data[i])
                t = labels[i].reshape(-1, 1)
                loss = binary_cross_entropy(y, t)
                self.backward(binary_cross_entropy_derivative(y, t), learning_rate)
            losses.append(loss / training_data.shape[0])
        return losses
