# mistake: On the way back Relu is left out: the gradient goes from the pooling straight to the convolution.
# loses: gradient_of_convolution
class ConvNet:
    def __init__(self, rng):
        self.params = {
            "W1": rng.normal(size=(8, 1, 3, 3)) / 3,
            "b1": np.zeros(8),
            "W2": rng.normal(size=(128, 10)) / 8,
            "b2": np.zeros(10),
        }
        self.conv = Convolution(self.params["W1"], self.params["b1"], pad=1)
        self.relu, self.pool, self.flatten = Relu(), MaxPooling(2), Flatten()
        self.affine = Affine(self.params["W2"], self.params["b2"])
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        features = self.pool.forward(self.relu.forward(self.conv.forward(x)))
        return self.affine.forward(self.flatten.forward(features))

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        answers = self.predict(x).argmax(axis=1)
        right = t.argmax(axis=1) if t.ndim == 2 else t
        return np.count_nonzero(answers == right) / len(right)

    def gradient(self, x, t):
        self.loss(x, t)
        d = self.affine.backward(self.last.backward())
        d = self.pool.backward(self.flatten.backward(d))
        self.conv.backward(d)
        return {"W1": self.conv.dW, "b1": self.conv.db, "W2": self.affine.dW, "b2": self.affine.db}
