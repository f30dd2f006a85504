# mistake: On the way back the Relu is left out, and the pooling's gradient goes straight to the convolution.
# loses: gradients of W1 and b1

class ConvNet:
    def __init__(self, rng):
        W1 = rng.normal(size=(8, 1, 3, 3)) * np.sqrt(2 / 9)
        W2 = rng.normal(size=(128, 10)) * np.sqrt(2 / 128)
        self.params = {"W1": W1, "b1": np.zeros(8), "W2": W2, "b2": np.zeros(10)}
        self.c = Convolution(W1, self.params["b1"], pad=1)
        self.r = Relu()
        self.p = MaxPooling(2)
        self.f = Flatten()
        self.a = Affine(W2, self.params["b2"])
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        return self.a.forward(self.f.forward(self.p.forward(self.r.forward(self.c.forward(x)))))

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        if t.ndim == 2:
            t = t.argmax(axis=1)
        return float((self.predict(x).argmax(axis=1) == t).mean())

    def gradient(self, x, t):
        self.loss(x, t)
        self.c.backward(self.p.backward(self.f.backward(self.a.backward(self.last.backward()))))
        return {"W1": self.c.dW, "b1": self.c.db, "W2": self.a.dW, "b2": self.a.db}
