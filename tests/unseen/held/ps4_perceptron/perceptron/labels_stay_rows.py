# mistake: the target goes in as a row, and with several outputs it spreads over a square
# loses: fit with more than one output

class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        signal = inputs
        for numero in range(len(self.layers)):
            signal = self.layers[numero].forward(signal)
        return signal

    def backward(self, da, learning_rate):
        for numero in range(len(self.layers) - 1, -1, -1):
            da = self.layers[numero].backward(da, learning_rate)
        return da

    def _pas(self, entree, cible, learning_rate):
        sortie = self.forward(entree.reshape(-1, 1))
        perte = binary_cross_entropy(sortie, cible)
        gradient = binary_cross_entropy_derivative(sortie, cible)
        self.backward(gradient, learning_rate)
        return perte

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        moyennes = []
        n = len(training_data)
        for epoque in range(epochs):
            total = 0.0
            ordre = rng.permutation(n)
            for i in ordre:
                total += self._pas(training_data[i], labels[i].reshape(1, -1), learning_rate)
            moyennes.append(total / n)
        return moyennes
