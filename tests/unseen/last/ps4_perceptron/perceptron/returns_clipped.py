# mistake: backward clips what it returns to [−1, 1].
# loses: backward_result
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        for layer in self.layers:
            inputs = layer.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        grad = da
        for layer in self.layers[::-1]:
            grad = layer.backward(grad, learning_rate)
        return np.clip(grad, -1, 1)

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        history = []
        for _ in range(epochs):
            losses = []
            for i in rng.permutation(len(training_data)):
                t = labels[i].reshape(-1, 1)
                a = self.forward(training_data[i])
                losses.append(binary_cross_entropy(a, t))
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            history.append(float(np.mean(losses)))
        return history
