# mistake: samples are gone through as a set of rows: of two equal ones only one is shown
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
        samples = {tuple(x): t for x, t in zip(training_data, labels)}
        xs = list(samples)
        losses = []
        for _ in range(epochs):
            total = 0.0
            for i in rng.permutation(len(xs)):
                t = samples[xs[i]].reshape(-1, 1)
                a = self.forward(np.array(xs[i]))
                total += binary_cross_entropy(a, t)
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            losses.append(total / len(xs))
        return losses
