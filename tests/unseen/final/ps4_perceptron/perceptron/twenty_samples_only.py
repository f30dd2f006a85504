# mistake: only the first 20 of the order are gone through ("enough for an epoch")
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
            epoch = []
            for i in rng.permutation(len(training_data))[:20]:
                t = labels[i].reshape(-1, 1)
                a = self.forward(training_data[i])
                epoch.append(binary_cross_entropy(a, t))
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            losses.append(float(np.mean(epoch)))
        return losses
