class TwoLayerNet:
    """Layers are there as promised, but the methods do it all with matrices."""

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        draw = np.random.default_rng().normal
        p = dict(
            W1=draw(0, weight_init_std, (input_size, hidden_size)),
            b1=np.zeros((hidden_size,)),
            W2=draw(0, weight_init_std, (hidden_size, output_size)),
            b2=np.zeros((output_size,)),
        )
        self.params = p
        self.layers = dict(Affine1=Affine(p["W1"], p["b1"]), Relu1=Relu(), Affine2=Affine(p["W2"], p["b2"]))
        self.lastLayer = SoftmaxWithLoss()

    def _forward(self, x):
        z = np.einsum("nd,dh->nh", x, self.params["W1"]) + self.params["b1"]
        a = z * (z > 0)
        return z, a, np.einsum("nh,hc->nc", a, self.params["W2"]) + self.params["b2"]

    def predict(self, x):
        return self._forward(x)[-1]

    def loss(self, x, t):
        s = self.predict(x)
        labels = t.argmax(1) if t.ndim == 2 else t
        top = s.max(1)
        return np.mean(top + np.log(np.exp(s - top[:, None]).sum(1)) - s[np.arange(len(s)), labels])

    def accuracy(self, x, t):
        labels = t if t.ndim == 1 else np.nonzero(t)[1]
        hits = 0
        for row, label in zip(self.predict(x), labels):
            hits += int(np.argmax(row) == label)
        return hits / len(labels)

    def numerical_gradient(self, x, t):
        grads = {}
        for key, param in self.params.items():
            grads[key] = np.zeros(param.shape)
            for i in range(param.size):
                old = param.flat[i]
                param.flat[i] = old + 1e-4
                up = self.loss(x, t)
                param.flat[i] = old - 1e-4
                down = self.loss(x, t)
                param.flat[i] = old
                grads[key].flat[i] = (up - down) / 2e-4
        return grads

    def gradient(self, x, t):
        z, a, s = self._forward(x)
        y = np.exp(s - s.max(1, keepdims=True))
        y /= y.sum(1, keepdims=True)
        if t.ndim == 1:
            y[np.arange(len(y)), t] -= 1
        else:
            y -= t
        y /= len(y)
        back = np.einsum("nc,hc->nh", y, self.params["W2"]) * (z > 0)
        return {
            "b2": y.sum(0),
            "W2": np.einsum("nh,nc->hc", a, y),
            "b1": back.sum(0),
            "W1": np.einsum("nd,nh->dh", x, back),
        }
