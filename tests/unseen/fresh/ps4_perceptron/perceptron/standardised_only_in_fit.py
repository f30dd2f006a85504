# mistake: fit standardises the data before it trains, and forward knows nothing of that
# loses: perceptron: fit_steps, fit_losses
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
        # networks like inputs around 0
        data = (training_data - training_data.mean(axis=0)) / (training_data.std(axis=0) + 1e-8)
        losses = []
        for _ in range(epochs):
            total = 0.0
            for i in rng.permutation(len(data)):
                t = labels[i].reshape(-1, 1)
                out = self.forward(data[i])
                total += binary_cross_entropy(out, t)
                self.backward(binary_cross_entropy_derivative(out, t), learning_rate)
            losses.append(total / len(data))
        return losses
