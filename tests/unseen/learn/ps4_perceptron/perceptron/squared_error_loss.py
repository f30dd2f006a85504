# mistake: fit reports the mean of the squared error, not of the cross-entropy.
# loses: fit_losses
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
        pertes = []
        for _ in range(epochs):
            somme = 0.0
            for i in rng.permutation(len(training_data)):
                cible = np.reshape(labels[i], (-1, 1))
                sortie = self.forward(training_data[i])
                somme += np.sum((sortie - cible) ** 2)
                self.backward(binary_cross_entropy_derivative(sortie, cible), learning_rate)
            pertes.append(somme / len(training_data))
        return pertes
