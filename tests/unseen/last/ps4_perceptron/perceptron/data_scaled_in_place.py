# mistake: fit divides each sample by its length before it goes forward.
# loses: fit_steps, fit_shuffles, fit_losses
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        for L in self.layers:
            inputs = L.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        for i in range(len(self.layers) - 1, -1, -1):
            da = self.layers[i].backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        hist = []
        for _ in range(epochs):
            ls = []
            for i in rng.permutation(len(training_data)):
                x = training_data[i]
                x = x / (np.linalg.norm(x) + 1e-12)
                tt = labels[i].reshape(-1, 1)
                y_ = self.forward(x)
                ls.append(binary_cross_entropy(y_, tt))
                self.backward(binary_cross_entropy_derivative(y_, tt), learning_rate)
            hist.append(float(np.mean(ls)))
        return hist
