# mistake: without an h0 it leaves dh0 at zeros, since nobody asked for a state before the first step
# loses: dh0 (h0=None)
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.steps = None
        self.dWx, self.dWh, self.db, self.dh0 = None, None, None, None

    def forward(self, xs, h0=None):
        N, T, D = xs.shape
        H = self.b.shape[0]
        self.given = h0 is not None
        h = h0 if self.given else np.zeros((N, H))
        self.steps, hs = [], np.empty((N, T, H))
        for t in range(T):
            self.steps.append(RNNStep(self.Wx, self.Wh, self.b))
            hs[:, t] = h = self.steps[t].forward(xs[:, t], h)
        return hs

    def backward(self, dhs):
        N, T, H = dhs.shape
        dh = np.zeros((N, H))
        dxs = np.empty((N, T, self.Wx.shape[0]))
        self.dWx, self.dWh, self.db = np.zeros_like(self.Wx), np.zeros_like(self.Wh), np.zeros_like(self.b)
        self.dh0 = np.zeros((N, H))
        for t in reversed(range(T)):
            s = self.steps[t]
            dxs[:, t], dh = s.backward(dhs[:, t] + dh)
            self.dWx += s.dWx
            self.dWh += s.dWh
            self.db += s.db
        if self.given:
            self.dh0 = dh
        return dxs
