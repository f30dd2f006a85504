# mistake: the learning rate is multiplied by 0.9 from layer to layer on the way back
# loses: backward_learning_rate
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        for layer in self.layers:
            inputs = layer.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        lr = learning_rate
        for layer in reversed(self.layers):
            da = layer.backward(da, lr)
            lr *= 0.9
        return da

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
