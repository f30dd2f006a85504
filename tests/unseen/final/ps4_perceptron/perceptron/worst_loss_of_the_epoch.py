# mistake: the entry of an epoch is its largest loss, not the mean
# loses: fit_losses
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
        verluste = []
        for _ in range(epochs):
            epoche = []
            for i in rng.permutation(len(training_data)):
                ziel = labels[i].reshape(-1, 1)
                a = self.forward(training_data[i])
                epoche.append(binary_cross_entropy(a, ziel))
                self.backward(binary_cross_entropy_derivative(a, ziel), learning_rate)
            verluste.append(max(epoche))
        return verluste
