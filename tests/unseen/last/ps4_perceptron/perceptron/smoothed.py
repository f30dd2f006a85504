# mistake: each entry is nine tenths of the one before plus a tenth of the epoch's mean.
# loses: fit_losses
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        # see the lesson
        for current_layer in self.layers:
            inputs = current_layer.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        for i in range(len(self.layers) - 1, -1, -1):
            da = self.layers[i].backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        mean_losses = []
        for _ in range(epochs):
            epoch_losses = []
            for i in rng.permutation(len(training_data)):
                target_column = labels[i].reshape(-1, 1)
                prediction = self.forward(training_data[i])
                epoch_losses.append(binary_cross_entropy(prediction, target_column))
                self.backward(binary_cross_entropy_derivative(prediction, target_column), learning_rate)
            average = float(np.mean(epoch_losses))
            mean_losses.append(average if not mean_losses else 0.9 * mean_losses[-1] + 0.1 * average)
        return mean_losses
