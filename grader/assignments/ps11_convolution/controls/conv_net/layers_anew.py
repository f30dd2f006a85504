class ConvNet:
    """Makes its layers anew for every pass, out of what params holds then."""

    def __init__(self, rng):
        W1 = rng.standard_normal((8, 1, 3, 3)) * 0.4
        W2 = rng.standard_normal((128, 10)) / 8
        self.params = {"b2": np.zeros((10,)), "W2": W2, "b1": np.zeros((8,)), "W1": W1}

    def build(self):
        p = self.params
        conv, affine = Convolution(p["W1"], p["b1"], 1, 1), Affine(p["W2"], p["b2"])
        return conv, affine, [conv, Relu(), MaxPooling(2, 2), Flatten(), affine]

    def predict(self, x, layers=None):
        for layer in layers or self.build()[2]:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return SoftmaxWithLoss().forward(self.predict(x), t)

    def accuracy(self, x, t):
        right = 0
        for scores, answer in zip(self.predict(x), t):
            right += int(np.argmax(scores) == (answer if np.ndim(answer) == 0 else np.argmax(answer)))
        return right / len(x)

    def gradient(self, x, t):
        conv, affine, layers = self.build()
        last = SoftmaxWithLoss()
        last.forward(self.predict(x, layers), t)
        dout = last.backward()
        for layer in layers[::-1]:
            dout = layer.backward(dout)
        return dict(W1=conv.dW, b1=conv.db, W2=affine.dW, b2=affine.db)
