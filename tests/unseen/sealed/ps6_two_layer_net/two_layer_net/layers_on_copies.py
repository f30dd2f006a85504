# mistake: the layers get copies of the arrays in params, so a step on params never reaches them
# loses: layers, numerical_gradient
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": np.random.normal(0, weight_init_std, (input_size, hidden_size)),
            "b1": np.zeros(hidden_size),
            "W2": np.random.normal(0, weight_init_std, (hidden_size, output_size)),
            "b2": np.zeros(output_size),
        }
        W1, b1, W2, b2 = (p.copy() for p in self.params.values())
        self.layers = {"Affine1": Affine(W1, b1), "Relu1": Relu(), "Affine2": Affine(W2, b2)}
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.lastLayer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        t = np.argmax(t, axis=1) if t.ndim == 2 else t
        return np.mean(np.argmax(self.predict(x), axis=1) == t)

    def numerical_gradient(self, x, t):
        return {n: numerical_gradient(lambda _: self.loss(x, t), self.params[n]) for n in self.params}

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.lastLayer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        a1, a2 = self.layers["Affine1"], self.layers["Affine2"]
        return {"W1": a1.dW, "b1": a1.db, "W2": a2.dW, "b2": a2.db}
