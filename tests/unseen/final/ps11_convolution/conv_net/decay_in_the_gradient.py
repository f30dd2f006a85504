# mistake: 0.01·W of weight decay is added to the gradients of W1 and W2, though the loss doesn't contain it.
# loses: gradient_of_affine gradient_of_convolution
class ConvNet:
    def __init__(self, rng):
        self.params = {
            "W1": rng.normal(scale=np.sqrt(2 / 9), size=(8, 1, 3, 3)),
            "b1": np.zeros(8),
            "W2": rng.normal(scale=np.sqrt(2 / 128), size=(128, 10)),
            "b2": np.zeros(10),
        }
        p = self.params
        self.layers = [Convolution(p["W1"], p["b1"], pad=1), Relu(), MaxPooling(2), Flatten(), Affine(p["W2"], p["b2"])]
        self.last = SoftmaxWithLoss()
        self.decay = 0.01

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        t = t if t.ndim == 1 else t.argmax(1)
        return (self.predict(x).argmax(1) == t).mean()

    def gradient(self, x, t):
        self.loss(x, t)
        d = self.last.backward()
        for layer in reversed(self.layers):
            d = layer.backward(d)
        grads = {}
        for number, layer in ((1, self.layers[0]), (2, self.layers[-1])):
            grads[f"W{number}"] = layer.dW + self.decay * layer.W
            grads[f"b{number}"] = layer.db
        return grads
