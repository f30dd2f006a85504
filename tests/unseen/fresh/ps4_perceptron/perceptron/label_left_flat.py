# mistake: the label is used as (n_outputs,) against an output (n_outputs, 1), so with several outputs each meets every label
# loses: perceptron: fit_steps, fit_losses (several outputs)
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
        losses = []
        for _ in range(epochs):
            loss = 0
            for i in rng.permutation(len(training_data)):
                out = self.forward(training_data[i])
                loss += binary_cross_entropy(out, labels[i])
                self.backward(binary_cross_entropy_derivative(out, labels[i]), learning_rate)
            losses.append(loss / len(training_data))
        return losses
