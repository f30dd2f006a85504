# mistake: the list of sample losses is never emptied, so each entry is the mean over all epochs so far
# loses: perceptron: fit_losses (from the second epoch on)
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
        sample_losses = []
        mean_losses = []
        for epoch in range(epochs):
            for i in rng.permutation(len(training_data)):
                target = labels[i].reshape(-1, 1)
                output = self.forward(training_data[i])
                sample_losses.append(binary_cross_entropy(output, target))
                gradient = binary_cross_entropy_derivative(output, target)
                self.backward(gradient, learning_rate)
            mean_losses.append(float(np.mean(sample_losses)))
        return mean_losses
