# mistake: each epoch goes through the samples twice in the same order.
# loses: fit_shuffles
class Perceptron:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, inputs):
        # regla de la cadena
        for capa in self.layers:
            inputs = capa.forward(inputs)
        return inputs

    def backward(self, da, learning_rate):
        for i in range(len(self.layers) - 1, -1, -1):
            da = self.layers[i].backward(da, learning_rate)
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        historial = []
        for _ in range(epochs):
            orden = rng.permutation(len(training_data))
            perdidas = []
            for i in list(orden) + list(orden):
                meta = labels[i].reshape(-1, 1)
                salida = self.forward(training_data[i])
                perdidas.append(binary_cross_entropy(salida, meta))
                self.backward(binary_cross_entropy_derivative(salida, meta), learning_rate)
            historial.append(float(np.mean(perdidas)))
        return historial
