# mistake: For one-hot t accuracy takes argmax over axis 0, down the batch, where the label is along axis 1.
# loses: accuracy
class ConvNet:
    def __init__(self, rng):
        he = lambda shape, n: rng.normal(0, np.sqrt(2 / n), shape)
        self.params = {"W1": he((8, 1, 3, 3), 9), "b1": np.zeros(8), "W2": he((128, 10), 128), "b2": np.zeros(10)}
        self.layers = {
            "conv": Convolution(self.params["W1"], self.params["b1"], 1, 1),
            "relu": Relu(),
            "pool": MaxPooling(2, 2),
            "flat": Flatten(),
            "affine": Affine(self.params["W2"], self.params["b2"]),
        }
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        y = np.argmax(self.predict(x), axis=1)
        if t.ndim == 2:
            t = np.argmax(t, axis=0)
        return np.mean(y == t)

    def gradient(self, x, t):
        self.last.forward(self.predict(x), t)
        d = self.last.backward()
        for name in reversed(list(self.layers)):
            d = self.layers[name].backward(d)
        conv, affine = self.layers["conv"], self.layers["affine"]
        return {"W1": conv.dW, "b1": conv.db, "W2": affine.dW, "b2": affine.db}
