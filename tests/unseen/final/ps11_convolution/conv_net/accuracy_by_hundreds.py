# mistake: accuracy counts only whole batches of 100 pictures and divides by all, so what is left over counts as wrong.
# loses: accuracy
class ConvNet:
    def __init__(self, rng):
        he = lambda shape, n: rng.normal(0, np.sqrt(2 / n), shape)
        self.params = {"W1": he((8, 1, 3, 3), 9), "b1": np.zeros(8), "W2": he((128, 10), 128), "b2": np.zeros(10)}
        p = self.params
        self.conv, self.affine = Convolution(p["W1"], p["b1"], pad=1), Affine(p["W2"], p["b2"])
        self.layers = [self.conv, Relu(), MaxPooling(2), Flatten(), self.affine]
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t, batch_size=100):
        if t.ndim != 1:
            t = np.argmax(t, axis=1)
        batch_size = min(batch_size, len(x))
        right = 0.0
        for i in range(len(x) // batch_size):
            part = slice(i * batch_size, (i + 1) * batch_size)
            right += np.sum(self.predict(x[part]).argmax(axis=1) == t[part])
        return right / len(x)

    def gradient(self, x, t):
        self.loss(x, t)
        d = self.last.backward()
        for layer in reversed(self.layers):
            d = layer.backward(d)
        return {"W1": self.conv.dW, "b1": self.conv.db, "W2": self.affine.dW, "b2": self.affine.db}
