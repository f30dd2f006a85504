# mistake: the layers get copies of the entries of params, so that a change of params is seen by none of them
# loses: predict, loss, accuracy, gradient after a change of params in place
class ConvNet:
    def __init__(self, rng):
        self.params = {
            "W1": rng.normal(0, np.sqrt(2 / 9), (8, 1, 3, 3)),
            "b1": np.zeros(8),
            "W2": rng.normal(0, np.sqrt(2 / 128), (128, 10)),
            "b2": np.zeros(10),
        }
        w1, b1, w2, b2 = (np.array(self.params[k]) for k in ("W1", "b1", "W2", "b2"))
        self.layers = [Convolution(w1, b1, pad=1), Relu(), MaxPooling(2), Flatten(), Affine(w2, b2)]
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        labels = t if t.ndim == 1 else t.argmax(axis=1)
        return (self.predict(x).argmax(axis=1) == labels).mean()

    def gradient(self, x, t):
        self.loss(x, t)
        d = self.last.backward()
        for layer in reversed(self.layers):
            d = layer.backward(d)
        conv, affine = self.layers[0], self.layers[-1]
        return {"W1": conv.dW, "b1": conv.db, "W2": affine.dW, "b2": affine.db}
