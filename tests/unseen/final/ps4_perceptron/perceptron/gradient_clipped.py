# mistake: fit clips the derivative of the loss to ±5 before it sends it back
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
        losses = []
        for _ in range(epochs):
            total = 0.0
            for i in rng.permutation(len(training_data)):
                t = labels[i].reshape(-1, 1)
                a = self.forward(training_data[i])
                total += binary_cross_entropy(a, t)
                self.backward(np.clip(binary_cross_entropy_derivative(a, t), -5, 5), learning_rate)
            losses.append(total / len(training_data))
        return losses
