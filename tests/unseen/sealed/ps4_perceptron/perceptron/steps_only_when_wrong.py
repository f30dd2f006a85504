# mistake: fit takes a step only for samples that are decided wrongly, as Rosenblatt's rule does
# loses: fit_steps
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
        losses = []
        for _ in range(epochs):
            epoch_loss = 0.0
            for i in rng.permutation(len(training_data)):
                t = labels[i].reshape(-1, 1)
                a = self.forward(training_data[i])
                epoch_loss += binary_cross_entropy(a, t)
                if np.any((a > 0.5) != (t > 0.5)):
                    self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            losses.append(epoch_loss / len(training_data))
        return losses
