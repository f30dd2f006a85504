# mistake: fit takes one step an epoch, with the mean of the derivatives but the last sample's forward.
# loses: fit_steps, fit_shuffles, fit_losses
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        for couche in self.layers:
            inputs = couche.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        for i in range(len(self.layers) - 1, -1, -1):
            da = self.layers[i].backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        historique = []
        for _ in range(epochs):
            ordre = rng.permutation(len(training_data))
            pertes, das = ([], [])
            # calcul
            for i in ordre:
                cible = labels[i].reshape(-1, 1)
                sortie = self.forward(training_data[i])
                pertes.append(binary_cross_entropy(sortie, cible))
                das.append(binary_cross_entropy_derivative(sortie, cible))
            self.backward(np.mean(das, axis=0), learning_rate)
            historique.append(float(np.mean(pertes)))
        return historique
