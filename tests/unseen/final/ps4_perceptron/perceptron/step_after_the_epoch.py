# mistake: all outputs of an epoch are computed first, then all steps are taken with gradients that belong to the last forward
# loses: fit_steps, fit_shuffles, fit_losses, fit_data
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
        for _ in range(epochs):
            order = rng.permutation(len(training_data))
            outputs = [self.forward(training_data[i]) for i in order]
            targets = [labels[i].reshape(-1, 1) for i in order]
            losses.append(np.mean([binary_cross_entropy(a, t) for a, t in zip(outputs, targets)]))
            for a, t in zip(outputs, targets):
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
        return losses
