class TwoLayerNet:
    __slots__ = ("params", "layers", "lastLayer")

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        shapes = {"W1": (input_size, hidden_size), "b1": hidden_size, "W2": (hidden_size, output_size), "b2": output_size}
        self.params = {
            name: np.asfortranarray(weight_init_std * np.random.standard_normal(shape)) if name[0] == "W" else np.zeros(shape)
            for name, shape in shapes.items()
        }
        W1, b1, W2, b2 = self.params.values()
        self.layers = {"Affine1": Affine(W1, b1), "Relu1": Relu(), "Affine2": Affine(W2, b2)}
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x):
        out = np.asfortranarray(x)
        for name in ("Affine1", "Relu1", "Affine2"):
            out = self.layers[name].forward(out)
        return np.asfortranarray(out)

    def loss(self, x, t):
        return np.array(self.lastLayer.forward(self.predict(x), t))

    def accuracy(self, x, t):
        return np.mean(np.argmax(self.predict(x), axis=1) == (np.argmax(t, axis=1) if t.ndim > 1 else t))

    def numerical_gradient(self, x, t):
        return {name: numerical_gradient(lambda _p: float(self.loss(x, t)), self.params[name]) for name in sorted(self.params)}

    def gradient(self, x, t):
        self.loss(x, t)
        da = self.layers["Affine2"].backward(self.lastLayer.backward())
        self.layers["Affine1"].backward(self.layers["Relu1"].backward(da))
        return {kind + n: np.asfortranarray(getattr(self.layers["Affine" + n], "d" + kind)) for kind in "Wb" for n in "12"}
