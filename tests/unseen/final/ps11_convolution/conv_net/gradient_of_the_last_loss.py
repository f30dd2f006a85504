# mistake: gradient goes back from whatever forward pass was the last one, if there was one, and makes its own only where there was none.
# loses: own_forward
class ConvNet:
    def __init__(self, rng):
        W1 = np.sqrt(2 / 9) * rng.standard_normal((8, 1, 3, 3))
        W2 = np.sqrt(2 / 128) * rng.standard_normal((128, 10))
        self.params = {"W1": W1, "b1": np.zeros(8), "W2": W2, "b2": np.zeros(10)}
        self.layers = [
            Convolution(self.params["W1"], self.params["b1"], 1, 1),
            Relu(),
            MaxPooling(2),
            Flatten(),
            Affine(self.params["W2"], self.params["b2"]),
        ]
        self.last = SoftmaxWithLoss()
        self.measured = False

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        self.measured = True
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        if t.ndim == 2:
            t = np.argmax(t, axis=1)
        return float((np.argmax(self.predict(x), axis=1) == t).mean())

    def gradient(self, x, t):
        if not self.measured:  # the caller has just taken the loss
            self.loss(x, t)
        dout = self.last.backward(1)
        for layer in self.layers[::-1]:
            dout = layer.backward(dout)
        first, last = self.layers[0], self.layers[-1]
        return {"W1": first.dW, "b1": first.db, "W2": last.dW, "b2": last.db}
