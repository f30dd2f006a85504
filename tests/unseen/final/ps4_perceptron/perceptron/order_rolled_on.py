# mistake: the order is drawn once and rolled on by one place each epoch: no new order is drawn
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
        order = rng.permutation(len(training_data))
        losses = []
        for _ in range(epochs):
            total = 0.0
            for i in order:
                t = labels[i].reshape(-1, 1)
                a = self.forward(training_data[i])
                total += binary_cross_entropy(a, t)
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            losses.append(total / len(training_data))
            order = np.roll(order, 1)
        return losses
