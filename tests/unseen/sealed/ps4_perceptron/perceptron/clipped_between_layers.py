# mistake: backward clips the gradient to -1 ... 1 before each layer
# loses: backward, backward_result
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        a = inputs
        for l in self.layers:
            a = l.forward(a)
        return a

    def backward(self, da, learning_rate):
        grad = da
        for l in reversed(self.layers):
            grad = np.clip(grad, -1, 1)
            grad = l.backward(grad, learning_rate)
        return grad

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        mean_losses = []
        for e in range(epochs):
            summe = 0
            for i in rng.permutation(len(training_data)):
                ziel = labels[i][:, None]
                ausgabe = self.forward(training_data[i][:, None])
                summe += binary_cross_entropy(ausgabe, ziel)
                self.backward(binary_cross_entropy_derivative(ausgabe, ziel), learning_rate)
            mean_losses.append(summe / len(training_data))
        return mean_losses
