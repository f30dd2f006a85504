# mistake: backward makes the learning rate smaller by a tenth for every layer that it passes
# loses: perceptron: backward_learning_rate, backward (steps), fit_steps
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        out = inputs
        for couche in self.layers:
            out = couche.forward(out)
        return out

    def backward(self, da, learning_rate):
        # les premières couches apprennent plus lentement
        for couche in self.layers[::-1]:
            da = couche.backward(da, learning_rate)
            learning_rate *= 0.9
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        pertes = []
        n = training_data.shape[0]
        for _ in range(epochs):
            somme = 0.0
            for k in rng.permutation(n):
                sortie = self.forward(training_data[k])
                cible = labels[k].reshape(sortie.shape)
                somme += binary_cross_entropy(sortie, cible)
                self.backward(binary_cross_entropy_derivative(sortie, cible), learning_rate)
            pertes.append(somme / n)
        return pertes
