# mistake: the weights always have standard deviation 0.01, whatever weight_init_std says
# loses: two_layer_net: params
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        W1 = np.random.normal(0, 0.01, (input_size, hidden_size))
        W2 = np.random.normal(0, 0.01, (hidden_size, output_size))
        b1, b2 = np.zeros(hidden_size), np.zeros(output_size)
        self.params = dict(W1=W1, b1=b1, W2=W2, b2=b2)
        self.layers = dict(Affine1=Affine(W1, b1), Relu1=Relu(), Affine2=Affine(W2, b2))
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x):
        for name in self.layers:
            x = self.layers[name].forward(x)
        return x

    def loss(self, x, t):
        return self.lastLayer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        t = np.asarray(t)
        if t.ndim == 2:
            t = t.argmax(1)
        return float((self.predict(x).argmax(1) == t).mean())

    def numerical_gradient(self, x, t):
        f = lambda _: self.loss(x, t)
        return {k: numerical_gradient(f, self.params[k]) for k in self.params}

    def gradient(self, x, t):
        self.loss(x, t)
        d = self.lastLayer.backward()
        for name in ("Affine2", "Relu1", "Affine1"):
            d = self.layers[name].backward(d)
        return {f"{p}{i}": getattr(self.layers[f"Affine{i}"], f"d{p}") for i in (1, 2) for p in "Wb"}
