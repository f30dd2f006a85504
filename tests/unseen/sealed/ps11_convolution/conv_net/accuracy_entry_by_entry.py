# mistake: accuracy compares the answer and the target as one-hot vectors, entry by entry: eight right zeros count even in a wrong answer
# loses: accuracy
class ConvNet:
    def __init__(self, rng):
        self.params = {}
        self.params["W1"] = np.sqrt(2 / 9) * rng.standard_normal((8, 1, 3, 3))
        self.params["b1"] = np.zeros(8)
        self.params["W2"] = np.sqrt(2 / 128) * rng.standard_normal((128, 10))
        self.params["b2"] = np.zeros(10)
        self.conv = Convolution(self.params["W1"], self.params["b1"], 1, 1)
        self.fc = Affine(self.params["W2"], self.params["b2"])
        self.layers = (self.conv, Relu(), MaxPooling(2), Flatten(), self.fc)
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        out = x
        for l in self.layers:
            out = l.forward(out)
        return out

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        if t.ndim == 1:
            t = np.eye(10)[t]
        y = np.eye(10)[np.argmax(self.predict(x), axis=1)]
        return float(np.mean(y == t))

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last.backward(1)
        for l in self.layers[::-1]:
            dout = l.backward(dout)
        return {"W1": self.conv.dW, "b1": self.conv.db, "W2": self.fc.dW, "b2": self.fc.db}
