# mistake: data are taken in the drawn order, labels in the old one (the running number of the step)
# loses: fit_steps, fit_losses
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
            shuffled = training_data[rng.permutation(len(training_data))]
            for x, label in zip(shuffled, labels):
                t = label.reshape(-1, 1)
                a = self.forward(x)
                total += binary_cross_entropy(a, t)
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            losses.append(total / len(training_data))
        return losses
