# mistake: backward returns what the last layer handed back (the first result of the walk), not what the first layer did
# loses: backward_result
class Perceptron:
    """Layers in a row."""

    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        for layer in self.layers:
            inputs = layer.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        handed_back = []
        for layer in reversed(self.layers):
            da = layer.backward(da, learning_rate)
            handed_back.append(da)
        return handed_back[0]

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        result = []
        for _ in range(epochs):
            order = np.arange(len(training_data))
            rng.shuffle(order)
            losses = np.zeros(len(order))
            for step, index in enumerate(order):
                x = training_data[index].reshape(-1, 1)
                t = labels[index].reshape(-1, 1)
                a = self.forward(x)
                losses[step] = binary_cross_entropy(a, t)
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            result.append(losses.mean())
        return result
