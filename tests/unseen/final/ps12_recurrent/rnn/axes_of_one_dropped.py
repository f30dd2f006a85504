# mistake: The states are squeezed before they are returned, so for T = 1 or N = 1 an axis is missing.
# loses: forward
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, xs, h0=None):
        h = np.zeros((len(xs), len(self.Wh))) if h0 is None else h0
        self.steps, hs = [], []
        for t in range(xs.shape[1]):
            self.steps.append(RNNStep(self.Wx, self.Wh, self.b))
            h = self.steps[-1].forward(xs[:, t], h)
            hs.append(h)
        return np.squeeze(np.stack(hs, axis=1))

    def backward(self, dhs):
        dh, dxs = 0, []
        for t, step in reversed(list(enumerate(self.steps))):
            dx, dh = step.backward(dhs[:, t] + dh)
            dxs.insert(0, dx)
        self.dWx, self.dWh, self.db = (sum(getattr(s, name) for s in self.steps) for name in ("dWx", "dWh", "db"))
        self.dh0 = dh
        return np.stack(dxs, axis=1)
