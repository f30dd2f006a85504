# mistake: dh0 is set only where h0 was given, and stays None or what it was otherwise; it is always to be set.
# loses: dh0 again
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.dh0 = None

    def forward(self, xs, h0=None):
        self.given = h0 is not None
        h = h0 if self.given else np.zeros((len(xs), len(self.Wh)))
        self.steps, hs = [], []
        for x in np.moveaxis(xs, 1, 0):
            self.steps.append(RNNStep(self.Wx, self.Wh, self.b))
            h = self.steps[-1].forward(x, h)
            hs.append(h)
        return np.stack(hs, axis=1)

    def backward(self, dhs):
        dh, dxs = 0, []
        for step, d in zip(self.steps[::-1], np.moveaxis(dhs, 1, 0)[::-1]):
            dx, dh = step.backward(d + dh)
            dxs.append(dx)
        self.dWx, self.dWh, self.db = (sum(getattr(s, name) for s in self.steps) for name in ("dWx", "dWh", "db"))
        if self.given:
            self.dh0 = dh
        return np.stack(dxs[::-1], axis=1)
