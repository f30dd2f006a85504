# mistake: forward rounds the last layer's result to 0 or 1.
# loses: forward
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        resultat = np.reshape(inputs, (-1, 1))
        for couche in self.layers:
            resultat = couche.forward(resultat)
        return np.round(resultat)

    def backward(self, da, learning_rate):
        for couche in reversed(self.layers):
            da = couche.backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        historique = []
        for _ in range(epochs):
            pertes = []
            for i in rng.permutation(len(training_data)):
                cible = labels[i].reshape(-1, 1)
                sortie = self.forward(training_data[i])
                pertes.append(binary_cross_entropy(sortie, cible))
                self.backward(binary_cross_entropy_derivative(sortie, cible), learning_rate)
            historique.append(float(np.mean(pertes)))
        return historique
