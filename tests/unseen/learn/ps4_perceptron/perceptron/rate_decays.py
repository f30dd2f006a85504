# mistake: fit multiplies the learning rate by 0.9 after each epoch.
# loses: fit_steps
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
        out = []
        lr = learning_rate
        for _ in range(epochs):
            losses = []
            for i in rng.permutation(len(training_data)):
                t = labels[i][:, None]
                a = self.forward(training_data[i])
                losses.append(binary_cross_entropy(a, t))
                self.backward(binary_cross_entropy_derivative(a, t), lr)
            lr *= 0.9
            out.append(float(np.mean(losses)))
        return out
