# mistake: Without h0 the sequence begins with the last state of the forward before, if there was one, where it begins with zeros.
# loses: again
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.h = None

    def forward(self, xs, h0=None):
        n, T, _ = xs.shape
        if h0 is not None:
            self.h = h0
        if self.h is None or self.h.shape[0] != n:
            self.h = np.zeros((n, self.Wh.shape[0]))
        self.layers = []
        hs = np.empty((n, T, self.Wh.shape[0]))
        for t in range(T):
            layer = RNNStep(self.Wx, self.Wh, self.b)
            self.h = layer.forward(xs[:, t], self.h)
            hs[:, t] = self.h
            self.layers.append(layer)
        return hs

    def backward(self, dhs):
        grads = [0, 0, 0]
        dxs, dh = [], 0.0
        for t in range(dhs.shape[1])[::-1]:
            layer = self.layers[t]
            dx, dh = layer.backward(dhs[:, t] + dh)
            dxs.insert(0, dx)
            for i, grad in enumerate((layer.dWx, layer.dWh, layer.db)):
                grads[i] = grads[i] + grad
        self.dWx, self.dWh, self.db = grads
        self.dh0 = dh
        return np.stack(dxs, axis=1)
