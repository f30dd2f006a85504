# mistake: the list of losses is not emptied between epochs: each entry is the mean over all samples since the beginning
# loses: fit_losses
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        for layer in self.layers:
            inputs = layer.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        for layer in self.layers[::-1]:
            da = layer.backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        losses, mean_losses = [], []
        for _ in range(epochs):
            for i in rng.permutation(len(training_data)):
                t = labels[i].reshape(-1, 1)
                a = self.forward(training_data[i])
                losses.append(binary_cross_entropy(a, t))
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            mean_losses.append(np.mean(losses))
        return mean_losses
