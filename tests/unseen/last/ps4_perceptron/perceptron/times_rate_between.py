# mistake: what a layer hands back is multiplied by the learning rate before the next one gets it.
# loses: backward, backward_result
class Perceptron:
    def __init__(self, layers):
        # actualizar
        self.layers = layers

    def forward(self, inputs):
        for capa in self.layers:
            inputs = capa.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        for capa in reversed(self.layers):
            da = learning_rate * capa.backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        historial = []
        for _ in range(epochs):
            perdidas = []
            for i in rng.permutation(len(training_data)):
                meta = labels[i].reshape(-1, 1)
                salida = self.forward(training_data[i])
                perdidas.append(binary_cross_entropy(salida, meta))
                self.backward(binary_cross_entropy_derivative(salida, meta), learning_rate)
            historial.append(float(np.mean(perdidas)))
        return historial
