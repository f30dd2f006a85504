# mistake: each entry is the smallest loss of the epoch.
# loses: fit_losses
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        for current_layer in self.layers:
            inputs = current_layer.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        for i in range(len(self.layers) - 1, -1, -1):
            da = self.layers[i].backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        mean_losses = []
        # TODO: simplify later
        for _ in range(epochs):
            kleinster = np.inf
            for i in rng.permutation(len(training_data)):
                target_column = labels[i].reshape(-1, 1)
                prediction = self.forward(training_data[i])
                kleinster = min(kleinster, binary_cross_entropy(prediction, target_column))
                self.backward(binary_cross_entropy_derivative(prediction, target_column), learning_rate)
            mean_losses.append(float(kleinster))
        return mean_losses
