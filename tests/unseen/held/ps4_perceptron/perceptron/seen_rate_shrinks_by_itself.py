# mistake: fit multiplies the learning rate by 0.9 after every epoch.
# loses: steps from the second epoch on

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
        mean_losses = []
        for _ in range(epochs):
            losses = []
            order = np.arange(len(training_data))
            rng.shuffle(order)
            for x, t in zip(training_data[order], labels[order]):
                t = t.reshape(-1, 1)
                a = self.forward(x)
                losses.append(binary_cross_entropy(a, t))
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            mean_losses.append(float(np.mean(losses)))
            learning_rate *= 0.9  # smaller steps towards the end
        return mean_losses
