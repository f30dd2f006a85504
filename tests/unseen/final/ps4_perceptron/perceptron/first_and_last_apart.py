# mistake: the last layer is done before the loop and the first after it: a perceptron of one layer steps twice
# loses: backward, backward_result
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        for layer in self.layers:
            inputs = layer.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        da = self.layers[-1].backward(da, learning_rate)  # output layer
        for layer in self.layers[-2:0:-1]:  # hidden layers
            da = layer.backward(da, learning_rate)
        return self.layers[0].backward(da, learning_rate)  # first layer

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
