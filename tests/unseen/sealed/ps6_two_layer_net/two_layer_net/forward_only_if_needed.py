# mistake: gradient makes a forward pass only if there was none of this batch size yet; else it goes back through the last one, whatever it was of
# loses: two_layer_net (gradient)
class TwoLayerNet:
    """Affine, Relu, Affine, and softmax with loss on top."""

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.randn(input_size, hidden_size),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.randn(hidden_size, output_size),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "Affine1": Affine(self.params["W1"], self.params["b1"]),
            "Relu1": Relu(),
            "Affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.lastLayer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        if t.ndim == 2:
            t = t.argmax(axis=1)
        return float((self.predict(x).argmax(axis=1) == t).sum() / len(t))

    def numerical_gradient(self, x, t):
        def f(_):
            return self.loss(x, t)

        return {key: numerical_gradient(f, self.params[key]) for key in self.params}

    def gradient(self, x, t):
        # the forward pass has usually been done by loss() already
        if self.lastLayer.y is None or len(self.lastLayer.y) != len(x):
            self.loss(x, t)
        dout = self.lastLayer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        return {
            "W1": self.layers["Affine1"].dW,
            "b1": self.layers["Affine1"].db,
            "W2": self.layers["Affine2"].dW,
            "b2": self.layers["Affine2"].db,
        }
