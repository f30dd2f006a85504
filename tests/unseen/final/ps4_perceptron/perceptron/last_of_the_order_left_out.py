# mistake: order[:-1]: one sample of every epoch isn't shown, the mean is over the others
# loses: fit_shuffles
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
            total = []
            for k in order[:-1]:
                t = labels[k].reshape(-1, 1)
                a = self.forward(training_data[k])
                total.append(binary_cross_entropy(a, t))
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            losses.append(sum(total) / max(len(total), 1))
        return losses
