# mistake: another Relu follows the last layer, so that no score is below 0 and its gradients are cut
# loses: predict, loss, gradient
class ConvNet:
    def __init__(self, rng):
        p = dict(W1=rng.normal(scale=(2 / 9) ** 0.5, size=(8, 1, 3, 3)), b1=np.zeros(8))
        p.update(W2=rng.normal(scale=(2 / 128) ** 0.5, size=(128, 10)), b2=np.zeros(10))
        self.params = p
        self.layers = {
            "Conv1": Convolution(p["W1"], p["b1"], stride=1, pad=1),
            "Relu1": Relu(),
            "Pool1": MaxPooling(2),
            "Flat": Flatten(),
            "Affine1": Affine(p["W2"], p["b2"]),
            "Relu2": Relu(),
        }
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        for name in self.layers:
            x = self.layers[name].forward(x)
        return x

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        y = np.argmax(self.predict(x), axis=1)
        if t.ndim != 1:
            t = np.argmax(t, axis=1)
        return np.sum(y == t) / len(x)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last.backward()
        for layer in list(self.layers.values())[::-1]:
            dout = layer.backward(dout)
        c, a = self.layers["Conv1"], self.layers["Affine1"]
        return {"W1": c.dW, "b1": c.db, "W2": a.dW, "b2": a.db}
