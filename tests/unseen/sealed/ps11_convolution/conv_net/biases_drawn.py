# mistake: the biases are drawn by rng like the weights, in place of being zero
# loses: params (biases)
class ConvNet:
    def __init__(self, rng):
        shapes = {"W1": (8, 1, 3, 3), "b1": (8,), "W2": (128, 10), "b2": (10,)}
        spread = {"W1": (2 / 9) ** 0.5, "b1": 0.1, "W2": (2 / 128) ** 0.5, "b2": 0.1}
        self.params = {k: rng.normal(0, spread[k], shapes[k]) for k in shapes}
        self.layers = None
        self.last = SoftmaxWithLoss()

    def _build(self):
        p = self.params
        self.layers = [Convolution(p["W1"], p["b1"], pad=1), Relu(), MaxPooling(2), Flatten(), Affine(p["W2"], p["b2"])]

    def predict(self, x):
        self._build()
        a = x
        for schicht in self.layers:
            a = schicht.forward(a)
        return a

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        t = t if np.ndim(t) == 1 else np.argmax(t, 1)
        return np.count_nonzero(np.argmax(self.predict(x), 1) == t) / len(t)

    def gradient(self, x, t):
        self.loss(x, t)
        g = self.last.backward()
        for schicht in self.layers[::-1]:
            g = schicht.backward(g)
        first, last = self.layers[0], self.layers[-1]
        return {"W1": first.dW, "b1": first.db, "W2": last.dW, "b2": last.db}
