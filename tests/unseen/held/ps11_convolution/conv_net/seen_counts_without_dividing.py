# mistake: accuracy returns the number of right answers, not their share.
# loses: accuracy

class ConvNet:
    def __init__(self, rng):
        self.params = {
            "W1": rng.normal(0, np.sqrt(2 / 9), (8, 1, 3, 3)),
            "b1": np.zeros(8),
            "W2": rng.normal(0, np.sqrt(2 / 128), (128, 10)),
            "b2": np.zeros(10),
        }
        p = self.params
        self.layers = [Convolution(p["W1"], p["b1"], 1, 1), Relu(), MaxPooling(2), Flatten(), Affine(p["W2"], p["b2"])]
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        labels = t.argmax(axis=1) if t.ndim == 2 else t
        return float(np.sum(self.predict(x).argmax(axis=1) == labels))

    def gradient(self, x, t):
        self.loss(x, t)
        d = self.last.backward()
        for layer in reversed(self.layers):
            d = layer.backward(d)
        conv, affine = self.layers[0], self.layers[-1]
        return {"W1": conv.dW, "b1": conv.db, "W2": affine.dW, "b2": affine.db}
