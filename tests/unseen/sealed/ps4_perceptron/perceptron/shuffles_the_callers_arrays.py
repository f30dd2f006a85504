# mistake: data and labels are shuffled alike but in place, so the caller's arrays come back in another order
# loses: fit_data
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        a = inputs
        for layer in self.layers:
            a = layer.forward(a)
        return a

    def backward(self, da, learning_rate):
        for layer in reversed(self.layers):
            da = layer.backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        mean_losses = []
        for _ in range(epochs):
            order = rng.permutation(len(training_data))
            training_data[:] = training_data[order]
            labels[:] = labels[order]
            loss_sum = 0.0
            for x, t in zip(training_data, labels):
                t = t.reshape((-1, 1))
                a = self.forward(x)
                loss_sum += binary_cross_entropy(a, t)
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            mean_losses.append(loss_sum / len(training_data))
        return mean_losses
