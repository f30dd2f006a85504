# mistake: each step draws its sample with rng.integers, so in one epoch some come twice and others not at all
# loses: perceptron: fit_shuffles (every sample once an epoch)
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
        N = len(training_data)
        result = []
        for _ in range(epochs):
            s = 0.0
            for _ in range(N):
                i = rng.integers(N)
                out = self.forward(training_data[i])
                t = labels[i][:, None]
                s += binary_cross_entropy(out, t)
                self.backward(binary_cross_entropy_derivative(out, t), learning_rate)
            result.append(s / N)
        return result
