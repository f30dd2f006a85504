# mistake: fit ends as soon as an epoch's mean loss is higher than the one before, so there are fewer epochs and entries
# loses: perceptron: fit_losses (one for each epoch), fit_steps
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
            total = 0.0
            for i in rng.permutation(len(training_data)):
                t = labels[i].reshape(-1, 1)
                out = self.forward(training_data[i])
                total += binary_cross_entropy(out, t)
                self.backward(binary_cross_entropy_derivative(out, t), learning_rate)
            losses.append(total / len(training_data))
            # no progress any more: stop, otherwise it overfits
            if len(losses) > 1 and losses[-1] > losses[-2]:
                break
        return losses
