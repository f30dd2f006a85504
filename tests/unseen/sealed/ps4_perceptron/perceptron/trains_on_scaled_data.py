# mistake: fit standardises the columns of the data before it trains; forward later sees them as they are
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
        X = (training_data - training_data.mean(axis=0)) / (training_data.std(axis=0) + 1e-8)
        mean_losses = []
        for _ in range(epochs):
            s = 0.0
            for i in rng.permutation(len(X)):
                t = labels[i].reshape(-1, 1)
                a = self.forward(X[i])
                s += binary_cross_entropy(a, t)
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            mean_losses.append(s / len(X))
        return mean_losses
