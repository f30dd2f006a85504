# mistake: accuracy gives percent, 0 to 100, where a share is wanted.
# loses: accuracy
class ConvNet:
    def __init__(self, rng):
        self.params = {}
        self.params["W1"] = rng.normal(0, (2 / 9) ** 0.5, (8, 1, 3, 3))
        self.params["b1"] = np.zeros(8)
        self.params["W2"] = rng.normal(0, (2 / 128) ** 0.5, (128, 10))
        self.params["b2"] = np.zeros(10)
        self.conv1 = Convolution(self.params["W1"], self.params["b1"], stride=1, pad=1)
        self.relu1 = Relu()
        self.pool1 = MaxPooling(2)
        self.flat = Flatten()
        self.affine = Affine(self.params["W2"], self.params["b2"])
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        x = self.conv1.forward(x)
        x = self.relu1.forward(x)
        x = self.pool1.forward(x)
        x = self.flat.forward(x)
        return self.affine.forward(x)

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        y = self.predict(x).argmax(axis=1)
        if t.ndim != 1:
            t = t.argmax(axis=1)
        return 100 * np.sum(y == t) / len(x)

    def gradient(self, x, t):
        self.loss(x, t)
        d = self.last.backward()
        for layer in (self.affine, self.flat, self.pool1, self.relu1, self.conv1):
            d = layer.backward(d)
        return {"W1": self.conv1.dW, "b1": self.conv1.db, "W2": self.affine.dW, "b2": self.affine.db}
