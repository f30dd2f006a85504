class Parameters(dict):
    """A dict that knows its number of weights."""

    @property
    def size(self):
        return sum(value.size for value in self.values())


class TwoLayerNet:
    order = ("Affine1", "Relu1", "Affine2")
    tiny = 1e-7  # as the book has it

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        def drawn(*shape):
            return np.random.normal(0.0, weight_init_std, shape)

        self.params = Parameters(W1=drawn(input_size, hidden_size), W2=drawn(hidden_size, output_size))
        self.params.update(b1=np.zeros(hidden_size), b2=np.zeros(output_size))
        made = [Affine(self.params["W1"], self.params["b1"]), Relu(), Affine(self.params["W2"], self.params["b2"])]
        self.layers = dict(zip(self.order, made))
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x):
        for name in self.order:
            x = self.layers[name].forward(x)
        return x

    def probabilities(self, x):
        powers = np.exp(self.predict(x))
        return powers / powers.sum(axis=1, keepdims=True)

    def loss(self, x, t):
        y = self.probabilities(x)
        one_hot = t if t.ndim == 2 else np.eye(y.shape[1])[t]
        return -np.sum(one_hot * np.log(y + self.tiny)) / len(x)

    def accuracy(self, x, t):
        best = self.predict(x).argmax(axis=1)
        return float(sum(best == t)) / len(best) if t.ndim == 1 else float(t[np.arange(len(t)), best].mean())

    def numerical_gradient(self, x, t):
        return {name: numerical_gradient(lambda _: self.loss(x, t), self.params[name]) for name in self.params}

    def gradient(self, x, t):
        dout = self.probabilities(x) - (t if t.ndim == 2 else np.eye(self.params["b2"].size)[t])
        for name in self.order[::-1]:
            dout = self.layers[name].backward(dout)
        found = {}
        for n in (1, 2):
            layer = self.layers[f"Affine{n}"]
            found[f"W{n}"], found[f"b{n}"] = layer.dW / len(x), layer.db / len(x)
        return found
