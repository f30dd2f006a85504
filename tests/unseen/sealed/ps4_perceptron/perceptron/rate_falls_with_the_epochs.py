# mistake: fit divides the learning rate by the number of the epoch
# loses: fit_steps
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        h = inputs
        for layer in self.layers:
            h = layer.forward(h)
        return h

    def backward(self, da, learning_rate):
        for layer in reversed(self.layers):
            da = layer.backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        mean_losses = []
        for epoch in range(1, epochs + 1):
            lr = learning_rate / epoch
            batch_losses = []
            for idx in rng.permutation(training_data.shape[0]):
                x, t = training_data[idx].reshape(-1, 1), labels[idx].reshape(-1, 1)
                out = self.forward(x)
                batch_losses.append(binary_cross_entropy(out, t))
                self.backward(binary_cross_entropy_derivative(out, t), lr)
            mean_losses.append(np.average(batch_losses))
        return mean_losses
