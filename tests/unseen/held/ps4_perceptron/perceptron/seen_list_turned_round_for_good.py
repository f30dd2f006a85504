# mistake: backward turns the list of layers round in place and leaves it so: the next forward runs through it from the wrong end.
# loses: forward after a backward

class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        a = inputs
        for layer in self.layers:
            a = layer.forward(a)
        return a

    def backward(self, da, learning_rate):
        self.layers.reverse()
        for layer in self.layers:
            da = layer.backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        losses = []
        n = len(training_data)
        for _ in range(epochs):
            total = 0.0
            for i in rng.permutation(n):
                t = labels[i].reshape(-1, 1)
                a = self.forward(training_data[i])
                total += binary_cross_entropy(a, t)
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            losses.append(total / n)
        return losses
