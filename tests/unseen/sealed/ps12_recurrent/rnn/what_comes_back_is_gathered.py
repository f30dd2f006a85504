# mistake: what comes back from step t + 1 is added to a running sum that is never set anew, so that it reaches all earlier steps again
# loses: dxs, dWx, dWh, db, dh0 (for T above 2)
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.steps = None
        self.dWx, self.dWh, self.db, self.dh0 = None, None, None, None

    def forward(self, xs, h0=None):
        N, T, D = xs.shape
        H = self.Wh.shape[0]
        h = np.zeros((N, H)) if h0 is None else h0
        hs = np.zeros((N, T, H))
        self.steps = []
        for t in range(T):
            step = RNNStep(self.Wx, self.Wh, self.b)
            h = step.forward(xs[:, t], h)
            hs[:, t] = h
            self.steps.append(step)
        return hs

    def backward(self, dhs):
        N, T, H = dhs.shape
        dxs = np.zeros((N, T, self.Wx.shape[0]))
        self.dWx = np.zeros_like(self.Wx)
        self.dWh = np.zeros_like(self.Wh)
        self.db = np.zeros_like(self.b)
        dh_next = np.zeros((N, H))
        for t in range(T - 1, -1, -1):
            dxs[:, t], back = self.steps[t].backward(dhs[:, t] + dh_next)
            dh_next += back
            self.dWx += self.steps[t].dWx
            self.dWh += self.steps[t].dWh
            self.db += self.steps[t].db
        self.dh0 = back
        return dxs
