# mistake: gradient hands the loss itself to the last layer's backward as dout, in place of 1
# loses: two_layer_net (gradient)
class TwoLayerNet:
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
        y = self.predict(x).argmax(axis=1)
        return np.mean(y == (t.argmax(axis=1) if t.ndim == 2 else t))

    def numerical_gradient(self, x, t):
        return {k: numerical_gradient(lambda w: self.loss(x, t), self.params[k]) for k in ("W1", "b1", "W2", "b2")}

    def gradient(self, x, t):
        error = self.loss(x, t)
        signal = self.lastLayer.backward(error)
        for layer in reversed(list(self.layers.values())):
            signal = layer.backward(signal)
        return {
            "W1": self.layers["Affine1"].dW,
            "b1": self.layers["Affine1"].db,
            "W2": self.layers["Affine2"].dW,
            "b2": self.layers["Affine2"].db,
        }
