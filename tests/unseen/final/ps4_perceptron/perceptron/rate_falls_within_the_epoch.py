# mistake: the learning rate is divided by 1 + k/10 at the k-th step of an epoch, only the first step is right
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
            for k, i in enumerate(rng.permutation(len(training_data))):
                t = labels[i].reshape(-1, 1)
                a = self.forward(training_data[i])
                total += binary_cross_entropy(a, t)
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate / (1 + k / 10))
            losses.append(total / len(training_data))
        return losses
