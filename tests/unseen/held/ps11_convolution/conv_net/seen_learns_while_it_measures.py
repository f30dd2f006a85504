# mistake: gradient makes a step of its own on the parameters before it returns the gradients.
# loses: params left as they were

class ConvNet:
    def __init__(self, rng):
        self.params = {}
        self.params["W1"] = rng.standard_normal((8, 1, 3, 3)) * (2 / 9) ** 0.5
        self.params["b1"] = np.zeros(8)
        self.params["W2"] = rng.standard_normal((128, 10)) * (2 / 128) ** 0.5
        self.params["b2"] = np.zeros(10)
        self.conv = Convolution(self.params["W1"], self.params["b1"], stride=1, pad=1)
        self.affine = Affine(self.params["W2"], self.params["b2"])
        self.layers = [self.conv, Relu(), MaxPooling(2), Flatten(), self.affine]
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        t = np.argmax(t, axis=1) if np.ndim(t) == 2 else t
        return np.mean(np.argmax(self.predict(x), axis=1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last.backward()
        for layer in self.layers[::-1]:
            dout = layer.backward(dout)
        grads = {"W1": self.conv.dW, "b1": self.conv.db, "W2": self.affine.dW, "b2": self.affine.db}
        for name in grads:
            self.params[name] -= 0.01 * grads[name]
        return grads
