# mistake: fit goes backward with the loss derivative of the sample before, kept in a variable that is updated too late.
# loses: fit_steps
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        for layer in self.layers:
            inputs = layer.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        for layer in reversed(self.layers):
            da = layer.backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        history = []
        da = np.zeros((labels.shape[1], 1))
        for _ in range(epochs):
            losses = []
            for i in rng.permutation(len(training_data)):
                t = labels[i].reshape(-1, 1)
                a = self.forward(training_data[i])
                losses.append(binary_cross_entropy(a, t))
                self.backward(da, learning_rate)
                da = binary_cross_entropy_derivative(a, t)
            history.append(float(np.mean(losses)))
        return history
