# mistake: none: the order is the argsort of random numbers of rng; running mean; columns by np.transpose of a slice
# loses: nothing
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        out = np.reshape(inputs, (-1, 1))
        for layer in self.layers:
            out = layer.forward(out)
        return out

    def backward(self, da, learning_rate):
        stack = list(self.layers)
        while stack:
            da = stack.pop().backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        history = []
        for _ in range(epochs):
            mean = 0.0
            for k, i in enumerate(np.argsort(rng.random(len(training_data))), start=1):
                t = labels[i : i + 1].T
                a = self.forward(training_data[i : i + 1].T)
                mean += (binary_cross_entropy(a, t) - mean) / k
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            history.append(mean)
        return history
