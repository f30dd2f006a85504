# mistake: gradient takes a step of its own, params −= 0.01·gradient, before it returns the gradients, where it leaves params as they were.
# loses: own_forward
class ConvNet:
    def __init__(self, rng):
        self.params = {
            "W1": rng.normal(0, np.sqrt(2 / 9), (8, 1, 3, 3)),
            "b1": np.zeros((8,)),
            "W2": rng.normal(0, np.sqrt(2 / 128), (128, 10)),
            "b2": np.zeros((10,)),
        }
        self.rate = 0.01
        self.layers = [
            Convolution(self.params["W1"], self.params["b1"], pad=1),
            Relu(),
            MaxPooling(2),
            Flatten(),
            Affine(self.params["W2"], self.params["b2"]),
        ]
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        if t.ndim > 1:
            t = t.argmax(axis=-1)
        return np.mean(self.predict(x).argmax(axis=-1) == t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last.backward()
        for layer in self.layers[::-1]:
            dout = layer.backward(dout)
        conv, affine = self.layers[0], self.layers[4]
        grads = {"W1": conv.dW, "b1": conv.db, "W2": affine.dW, "b2": affine.db}
        for name, grad in grads.items():
            self.params[name] -= self.rate * grad
        return grads
