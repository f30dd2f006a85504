# mistake: the weights are drawn uniformly between 0 and weight_init_std: all positive, none normal
# loses: params
class TwoLayerNet:
    """Affine, Relu, Affine, and softmax with loss on top."""

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        rand = np.random.rand
        self.params = dict(
            W1=weight_init_std * rand(input_size, hidden_size),
            b1=np.zeros(hidden_size),
            W2=weight_init_std * rand(hidden_size, output_size),
            b2=np.zeros(output_size),
        )
        p = self.params
        self.layers = dict(Affine1=Affine(p["W1"], p["b1"]), Relu1=Relu(), Affine2=Affine(p["W2"], p["b2"]))
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x):
        out = x
        for name in self.layers:
            out = self.layers[name].forward(out)
        return out

    def loss(self, x, t):
        scores = self.predict(x)
        return self.lastLayer.forward(scores, t)

    def accuracy(self, x, t):
        labels = t if t.ndim == 1 else t.argmax(axis=1)
        return float((self.predict(x).argmax(axis=1) == labels).mean())

    def numerical_gradient(self, x, t):
        grads = {}
        for name in self.params:
            grads[name] = numerical_gradient(lambda w: self.loss(x, t), self.params[name])
        return grads

    def gradient(self, x, t):
        self.loss(x, t)
        d = self.lastLayer.backward()
        for layer in reversed(list(self.layers.values())):
            d = layer.backward(d)
        grads = {}
        for i in (1, 2):
            affine = self.layers[f"Affine{i}"]
            grads[f"W{i}"], grads[f"b{i}"] = affine.dW, affine.db
        return grads
