# mistake: Where x is the same array as in the last forward pass, no new pass is made, although params may have changed since.
# loses: own_forward in_place
class ConvNet:
    def __init__(self, rng):
        self.params = {
            "W1": rng.normal(0, np.sqrt(2 / 9), (8, 1, 3, 3)),
            "b1": np.zeros(8),
            "W2": rng.normal(0, np.sqrt(2 / 128), (128, 10)),
            "b2": np.zeros(10),
        }
        p = self.params
        self.conv, self.affine = Convolution(p["W1"], p["b1"], pad=1), Affine(p["W2"], p["b2"])
        self.layers = [self.conv, Relu(), MaxPooling(2), Flatten(), self.affine]
        self.last = SoftmaxWithLoss()
        self.seen = None
        self.scores = None

    def predict(self, x):
        if x is not self.seen:
            out = x
            for layer in self.layers:
                out = layer.forward(out)
            self.seen, self.scores = x, out
        return self.scores

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        t = t if t.ndim == 1 else t.argmax(axis=1)
        return np.mean(self.predict(x).argmax(axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        d = self.last.backward()
        for layer in reversed(self.layers):
            d = layer.backward(d)
        return {"W1": self.conv.dW, "b1": self.conv.db, "W2": self.affine.dW, "b2": self.affine.db}
