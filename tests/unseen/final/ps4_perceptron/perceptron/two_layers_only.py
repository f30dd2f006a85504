# mistake: forward and backward know a hidden layer and an output layer, layers[0] and layers[-1]; those between are passed over
# loses: forward, backward, backward_result
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        hidden = self.layers[0].forward(inputs)
        return self.layers[-1].forward(hidden)

    def backward(self, da, learning_rate):
        da_hidden = self.layers[-1].backward(da, learning_rate)
        return self.layers[0].backward(da_hidden, learning_rate)

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
