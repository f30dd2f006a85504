# mistake: forward gives every layer the result of the layer before, but halved.
# loses: forward
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        a = np.reshape(inputs, (-1, 1))
        for k, layer in enumerate(self.layers):
            a = layer.forward(a if k == 0 else 0.5 * a)
        return a

    def backward(self, da, learning_rate):
        for layer in reversed(self.layers):
            da = layer.backward(da, learning_rate)
        return da

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
