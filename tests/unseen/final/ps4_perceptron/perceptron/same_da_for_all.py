# mistake: each layer's backward gets the da of the output, no message is handed on
# loses: backward, backward_result
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        a = inputs
        for layer in self.layers:
            a = layer.forward(a)
        return a

    def backward(self, da, learning_rate):
        for layer in self.layers[::-1]:
            da_prev = layer.backward(da, learning_rate)
        return da_prev

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        losses = []
        for _ in range(epochs):
            total = 0.0
            for i in rng.permutation(len(training_data)):
                t = labels[i].reshape(-1, 1)
                a = self.forward(training_data[i])
                total += binary_cross_entropy(a, t)
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            losses.append(total / len(training_data))
        return losses
