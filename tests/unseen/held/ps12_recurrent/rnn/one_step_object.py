# mistake: one RNNStep serves all places, so that backward finds only what the last place kept
# loses: the gradients where T is larger than 1

class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.steps = None
        self.dWx, self.dWh, self.db, self.dh0 = None, None, None, None

    def forward(self, xs, h0=None):
        N, T, D = xs.shape
        h = np.zeros((N, self.Wh.shape[0])) if h0 is None else h0
        self.steps, hs = [], []
        step = RNNStep(self.Wx, self.Wh, self.b)
        for t in range(T):
            h = step.forward(xs[:, t], h)
            self.steps.append(step)
            hs.append(h)
        return np.stack(hs, axis=1)

    def backward(self, dhs):
        T = dhs.shape[1]
        self.dWx, self.dWh, self.db = np.zeros_like(self.Wx), np.zeros_like(self.Wh), np.zeros_like(self.b)
        carried = np.zeros_like(dhs[:, 0])
        dxs = [None] * T
        for t in reversed(range(T)):
            step = self.steps[t]
            dxs[t], carried = step.backward(dhs[:, t] + carried)
            self.dWx += step.dWx
            self.dWh += step.dWh
            self.db += step.db
        self.dh0 = carried
        return np.stack(dxs, axis=1)
