# mistake: accuracy takes t for one-hot always; for whole numbers argmax finds one place in the whole batch.
# loses: accuracy with integer labels

class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": np.random.randn(input_size, hidden_size) * weight_init_std,
            "b1": np.zeros(hidden_size),
            "W2": np.random.randn(hidden_size, output_size) * weight_init_std,
            "b2": np.zeros(output_size),
        }
        P = self.params
        self.layers = dict(Affine1=Affine(P["W1"], P["b1"]), Relu1=Relu(), Affine2=Affine(P["W2"], P["b2"]))
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x):
        h = self.layers["Affine1"].forward(x)
        h = self.layers["Relu1"].forward(h)
        return self.layers["Affine2"].forward(h)

    def loss(self, x, t):
        return self.lastLayer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        guess = self.predict(x).argmax(axis=-1)
        truth = t.argmax(axis=-1)
        return float((guess == truth).mean())

    def numerical_gradient(self, x, t):
        f = lambda _: self.loss(x, t)
        return {k: numerical_gradient(f, self.params[k]) for k in self.params}

    def gradient(self, x, t):
        self.loss(x, t)
        d = self.lastLayer.backward()
        d = self.layers["Affine2"].backward(d)
        d = self.layers["Relu1"].backward(d)
        self.layers["Affine1"].backward(d)
        a, c = self.layers["Affine1"], self.layers["Affine2"]
        return {"W1": a.dW, "b1": a.db, "W2": c.dW, "b2": c.db}
