# mistake: none: no loops, gradients by hand from the layers, a dict subclass for params, accuracy by a vectorised one-hot look-up
# loses: nothing
class Params(dict):
    pass


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        r = lambda *s: np.random.standard_normal(s) * weight_init_std
        self.params = Params(W1=r(input_size, hidden_size), b1=np.zeros((hidden_size,)), W2=r(hidden_size, output_size), b2=np.zeros((output_size,)))
        a1, a2 = (Affine(self.params[f"W{i}"], self.params[f"b{i}"]) for i in (1, 2))
        self.layers = {"Affine1": a1, "Relu1": Relu(), "Affine2": a2}
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x):
        L = self.layers
        return L["Affine2"].forward(L["Relu1"].forward(L["Affine1"].forward(x)))

    def loss(self, x, t):
        return self.lastLayer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        k = self.predict(x).argmax(1)
        return (k == (t.argmax(1) if t.ndim > 1 else t)).sum() / float(x.shape[0])

    def numerical_gradient(self, x, t):
        return {k: numerical_gradient(lambda W: self.loss(x, t), self.params[k]) for k in sorted(self.params)}

    def gradient(self, x, t):
        L = self.layers
        self.loss(x, t)
        L["Affine1"].backward(L["Relu1"].backward(L["Affine2"].backward(self.lastLayer.backward(1.0))))
        return {k + i: getattr(L["Affine" + i], "d" + k).copy() for i in "21" for k in "bW"}
