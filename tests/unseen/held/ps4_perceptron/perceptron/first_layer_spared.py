# mistake: backward stops before the first layer
# loses: ∂loss/∂inputs and the step of the first layer

class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        a = inputs
        for layer in self.layers:
            a = layer.forward(a)
        return a

    def backward(self, da, learning_rate):
        for layer in self.layers[:0:-1]:
            da = layer.backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        history = []
        for _ in range(epochs):
            losses = []
            for i in rng.permutation(len(training_data)):
                target = labels[i].reshape(-1, 1)
                output = self.forward(training_data[i])
                losses.append(binary_cross_entropy(output, target))
                self.backward(binary_cross_entropy_derivative(output, target), learning_rate)
            history.append(float(np.mean(losses)))
        return history
