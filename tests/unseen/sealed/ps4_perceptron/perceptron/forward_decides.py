# mistake: forward returns the decision, 1.0 where the last layer is above 0.5 and else 0.0, not the last layer's result
# loses: forward
class Perceptron:
    """Layers in a row, each fed by the one before it."""

    def __init__(self, layers):
        self.layers = layers

    def _run(self, inputs):
        a = inputs
        for layer in self.layers:
            a = layer.forward(a)
        return a

    def forward(self, inputs):
        return (self._run(inputs) > 0.5).astype(float)

    def backward(self, da, learning_rate):
        for layer in reversed(self.layers):
            da = layer.backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        history = []
        for _ in range(epochs):
            losses = []
            for i in rng.permutation(len(training_data)):
                t = labels[i].reshape(-1, 1)
                a = self._run(training_data[i])
                losses.append(binary_cross_entropy(a, t))
                self.backward(binary_cross_entropy_derivative(a, t), learning_rate)
            history.append(float(np.mean(losses)))
        return history
