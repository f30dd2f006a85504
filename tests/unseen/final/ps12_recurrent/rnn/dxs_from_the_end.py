# mistake: The dx of the steps are collected on the way back and not turned round, so dxs runs from the last step to the first.
# loses: dxs
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.steps = None

    def forward(self, xs, h0=None):
        n, t, d = xs.shape
        h = np.zeros((n, self.Wh.shape[0])) if h0 is None else h0
        self.steps, hs = [], []
        for i in range(t):
            step = RNNStep(self.Wx, self.Wh, self.b)
            h = step.forward(xs[:, i], h)
            hs.append(h)
            self.steps.append(step)
        return np.stack(hs, axis=1)

    def backward(self, dhs):
        self.dWx, self.dWh, self.db = 0, 0, 0
        dh, dxs = 0, []
        for i, step in reversed(list(enumerate(self.steps))):
            dx, dh = step.backward(dhs[:, i] + dh)
            dxs.append(dx)
            self.dWx = self.dWx + step.dWx
            self.dWh = self.dWh + step.dWh
            self.db = self.db + step.db
        self.dh0 = dh
        return np.stack(dxs, axis=1)
