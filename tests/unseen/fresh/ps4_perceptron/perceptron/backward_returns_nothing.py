# mistake: backward goes through all layers but has no return
# loses: perceptron: backward_result
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

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        mean_losses = []
        for epoch in range(epochs):
            losses = []
            order = rng.permutation(len(training_data))
            for x, t in zip(training_data[order], labels[order]):
                t = t[:, np.newaxis]
                output = self.forward(x)
                losses.append(binary_cross_entropy(output, t))
                self.backward(binary_cross_entropy_derivative(output, t), learning_rate)
            mean_losses.append(np.mean(losses))
        return mean_losses
