# mistake: The dx of each step are collected from the last step to the first, and stacked in that order.
# loses: dxs

class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.steps = None
        self.dWx = self.dWh = self.db = self.dh0 = None

    def forward(self, xs, h0=None):
        h = np.zeros((len(xs), len(self.Wh))) if h0 is None else h0
        self.steps, hs = [], []
        for t in range(xs.shape[1]):
            step = RNNStep(self.Wx, self.Wh, self.b)
            h = step.forward(xs[:, t], h)
            self.steps.append(step)
            hs.append(h)
        return np.stack(hs, axis=1)

    def backward(self, dhs):
        dh = 0.0
        dxs = []
        self.dWx = self.dWh = self.db = 0.0
        for t in range(len(self.steps) - 1, -1, -1):
            step = self.steps[t]
            dx, dh = step.backward(dhs[:, t] + dh)
            dxs.append(dx)
            self.dWx = self.dWx + step.dWx
            self.dWh = self.dWh + step.dWh
            self.db = self.db + step.db
        self.dh0 = dh
        return np.stack(dxs, axis=1)
