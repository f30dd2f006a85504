# mistake: the convolution works on copies of its parameters, which a change of params doesn't reach
# loses: predict and loss after W1 or b1 changed in place

class ConvNet:
    def __init__(self, rng):
        self.params = {
            "W1": rng.normal(size=(8, 1, 3, 3)) * np.sqrt(2 / 9),
            "b1": np.zeros(8),
            "W2": rng.normal(size=(128, 10)) * np.sqrt(2 / 128),
            "b2": np.zeros(10),
        }
        p = self.params
        self.conv = Convolution(p["W1"].copy(), p["b1"].copy(), pad=1)
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
        labels = t.argmax(axis=1) if t.ndim == 2 else t
        return float(np.mean(self.predict(x).argmax(axis=1) == labels))

    def gradient(self, x, t):
        self.loss(x, t)
        d = self.last.backward()
        for layer in reversed(self.layers):
            d = layer.backward(d)
        return {"W1": self.conv.dW, "b1": self.conv.db, "W2": self.affine.dW, "b2": self.affine.db}
