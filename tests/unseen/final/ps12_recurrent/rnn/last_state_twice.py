# mistake: What comes back begins with dhs of the last step, to which the loop adds the same dhs again, so the last state counts twice.
# loses: through_time
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, xs, h0=None):
        h = np.zeros((len(xs), len(self.Wh))) if h0 is None else h0
        self.steps, hs = [], np.zeros((*xs.shape[:2], len(self.Wh)))
        for t in range(xs.shape[1]):
            step = RNNStep(self.Wx, self.Wh, self.b)
            hs[:, t] = h = step.forward(xs[:, t], h)
            self.steps.append(step)
        return hs

    def backward(self, dhs):
        N, T, H = dhs.shape
        dxs = np.zeros((N, T, len(self.Wx)))
        self.dWx, self.dWh, self.db = (np.zeros(a.shape) for a in (self.Wx, self.Wh, self.b))
        dh = dhs[:, T - 1]
        for t in range(T - 1, -1, -1):
            step = self.steps[t]
            dxs[:, t], dh = step.backward(dh + dhs[:, t])
            self.dWx += step.dWx
            self.dWh += step.dWh
            self.db += step.db
        self.dh0 = dh
        return dxs
