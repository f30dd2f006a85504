# mistake: the list of steps is begun once and goes on growing; backward after a second forward walks the steps of the first one
# loses: dxs, dWx, dWh, db, dh0 after a second forward
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.steps = []
        self.dWx, self.dWh, self.db, self.dh0 = None, None, None, None

    def forward(self, xs, h0=None):
        h = h0 if h0 is not None else np.zeros((xs.shape[0], self.Wh.shape[0]))
        out = []
        for t in range(xs.shape[1]):
            self.steps += [RNNStep(self.Wx, self.Wh, self.b)]
            h = self.steps[-1].forward(xs[:, t, :], h)
            out += [h]
        return np.array(out).transpose(1, 0, 2)

    def backward(self, dhs):
        T = dhs.shape[1]
        dxs = [None] * T
        dh = np.zeros(dhs[:, 0].shape)
        grads = [np.zeros(w.shape) for w in (self.Wx, self.Wh, self.b)]
        for t in range(T)[::-1]:
            step = self.steps[t]
            dxs[t], dh = step.backward(dhs[:, t, :] + dh)
            for g, part in zip(grads, (step.dWx, step.dWh, step.db)):
                g += part
        self.dWx, self.dWh, self.db = grads
        self.dh0 = dh
        return np.stack(dxs, axis=1)
