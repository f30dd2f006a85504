# mistake: backward pops the layers from self.layers itself (no copy), so that the network is empty afterwards
# loses: perceptron: backward (twice), fit
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        value = inputs
        for layer in self.layers:
            value = layer.forward(value)
        return value

    def backward(self, da, learning_rate):
        stack = self.layers
        while stack:
            layer = stack.pop()
            da = layer.backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        history = []
        for _ in range(epochs):
            loss_sum = 0.0
            for index in rng.permutation(len(training_data)):
                target = labels[index].reshape(-1, 1)
                output = self.forward(training_data[index])
                loss_sum += binary_cross_entropy(output, target)
                self.backward(binary_cross_entropy_derivative(output, target), learning_rate)
            history.append(loss_sum / len(training_data))
        return history
