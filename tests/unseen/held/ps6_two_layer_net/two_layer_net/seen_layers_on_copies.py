# mistake: The layers are built on copies of the parameters, so what happens to params never reaches them.
# loses: numerical gradient, changes of params seen by predict

class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        p = {}
        p["W1"] = np.random.normal(0, weight_init_std, (input_size, hidden_size))
        p["b1"] = np.zeros(hidden_size)
        p["W2"] = np.random.normal(0, weight_init_std, (hidden_size, output_size))
        p["b2"] = np.zeros(output_size)
        self.params = p
        self.layers = {}
        self.layers["Affine1"] = Affine(p["W1"].copy(), p["b1"].copy())
        self.layers["Relu1"] = Relu()
        self.layers["Affine2"] = Affine(p["W2"].copy(), p["b2"].copy())
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.lastLayer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        y = np.argmax(self.predict(x), axis=1)
        if t.ndim != 1:
            t = np.argmax(t, axis=1)
        return np.sum(y == t) / float(x.shape[0])

    def numerical_gradient(self, x, t):
        def f(_):
            return self.loss(x, t)

        return {name: numerical_gradient(f, array) for name, array in self.params.items()}

    def gradient(self, x, t):
        self.loss(x, t)
        d = self.lastLayer.backward(1)
        for name in ("Affine2", "Relu1", "Affine1"):
            d = self.layers[name].backward(d)
        grads = {}
        for k in "12":
            grads["W" + k] = self.layers["Affine" + k].dW
            grads["b" + k] = self.layers["Affine" + k].db
        return grads
