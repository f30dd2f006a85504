# mistake: gradient starts the way back with the number of samples, so it belongs to the sum and not to the mean
# loses: the gradients

class ConvNet:
    def __init__(self, rng):
        self.params = {
            "W1": rng.normal(0, np.sqrt(2 / 9), (8, 1, 3, 3)),
            "b1": np.zeros(8),
            "W2": rng.normal(0, np.sqrt(2 / 128), (128, 10)),
            "b2": np.zeros(10),
        }
        p = self.params
        self.conv = Convolution(p["W1"], p["b1"], stride=1, pad=1)
        self.affine = Affine(p["W2"], p["b2"])
        self.layers = [self.conv, Relu(), MaxPooling(2), Flatten(), self.affine]
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        guesses = np.argmax(self.predict(x), axis=1)
        if t.ndim > 1:
            t = np.argmax(t, axis=1)
        return np.mean(guesses == t)

    def gradient(self, x, t):
        self.loss(x, t)
        d = self.last.backward(len(x))
        for layer in self.layers[::-1]:
            d = layer.backward(d)
        return {"W1": self.conv.dW, "b1": self.conv.db, "W2": self.affine.dW, "b2": self.affine.db}
