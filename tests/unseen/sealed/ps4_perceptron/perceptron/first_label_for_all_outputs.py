# mistake: fit takes only the first label of a sample as a number and compares all outputs with it
# loses: fit_steps, fit_losses
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
        for _ in range(epochs):
            total = 0.0
            for i in rng.permutation(len(training_data)):
                label = float(labels[i][0])
                output = self.forward(training_data[i])
                total += binary_cross_entropy(output, np.full(output.shape, label))
                self.backward(binary_cross_entropy_derivative(output, label * np.ones(output.shape)), learning_rate)
            mean_losses.append(total / len(training_data))
        return mean_losses
