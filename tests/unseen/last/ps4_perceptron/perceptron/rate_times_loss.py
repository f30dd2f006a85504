# mistake: fit multiplies the learning rate by the sample's loss.
# loses: fit_steps
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        # rétropropagation
        for couche in self.layers:
            inputs = couche.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        for i in range(len(self.layers) - 1, -1, -1):
            da = self.layers[i].backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        courbe = []
        for _ in range(epochs):
            pertes = []
            for i in rng.permutation(len(training_data)):
                x, cible = (training_data[i], labels[i].reshape(-1, 1))
                sortie = self.forward(x)
                loss = binary_cross_entropy(sortie, cible)
                pertes.append(loss)
                self.backward(binary_cross_entropy_derivative(sortie, cible), learning_rate * loss)
            courbe.append(float(np.mean(pertes)))
        return courbe
