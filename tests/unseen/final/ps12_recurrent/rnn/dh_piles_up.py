# mistake: What comes back from the steps is piled up, dh += dh_prev, where each step's dh_prev replaces the one before.
# loses: through_time dh0
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, xs, h0=None):
        h = np.zeros((len(xs), len(self.Wh))) if h0 is None else h0
        self.steps = [RNNStep(self.Wx, self.Wh, self.b) for _ in range(xs.shape[1])]
        hs = []
        for t, step in enumerate(self.steps):
            h = step.forward(xs[:, t], h)
            hs.append(h)
        return np.array(hs).transpose(1, 0, 2)

    def backward(self, dhs):
        self.dWx = np.zeros_like(self.Wx)
        self.dWh = np.zeros_like(self.Wh)
        self.db = np.zeros_like(self.b)
        dxs = [None] * len(self.steps)
        dh = np.zeros_like(dhs[:, 0])
        for t in reversed(range(len(self.steps))):
            step = self.steps[t]
            dxs[t], dh_prev = step.backward(dhs[:, t] + dh)
            dh = dh + dh_prev
            self.dWx += step.dWx
            self.dWh += step.dWh
            self.db += step.db
        self.dh0 = dh
        return np.stack(dxs, axis=1)
