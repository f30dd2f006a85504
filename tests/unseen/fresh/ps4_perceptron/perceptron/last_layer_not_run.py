# mistake: forward runs the layers up to the last but one
# loses: perceptron: forward, backward, fit
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        a = inputs
        for i in range(len(self.layers) - 1):
            a = self.layers[i].forward(a)
        return a

    def backward(self, da, learning_rate):
        for i in range(len(self.layers) - 1, -1, -1):
            da = self.layers[i].backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        losses = []
        N = len(training_data)
        for _ in range(epochs):
            total = 0
            for i in rng.permutation(N):
                t = labels[i].reshape(-1, 1)
                a = self.forward(training_data[i])
                total += binary_cross_entropy(a, t)
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            losses.append(total / N)
        return losses
