# mistake: fit takes the mean off the training data first, so the steps are those of other inputs.
# loses: fit_steps, fit_shuffles, fit_losses
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
        data = training_data - training_data.mean(axis=0)
        history = []
        for _ in range(epochs):
            losses = []
            for i in rng.permutation(len(data)):
                t = labels[i].reshape(-1, 1)
                a = self.forward(data[i])
                losses.append(binary_cross_entropy(a, t))
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            history.append(float(np.mean(losses)))
        return history
