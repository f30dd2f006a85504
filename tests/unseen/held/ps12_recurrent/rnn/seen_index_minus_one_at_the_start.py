# mistake: The state before step t is looked up as hs[:, t - 1], which at t = 0 is the last state and not h0.
# loses: dWh

class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.steps = None
        self.dWx, self.dWh, self.db, self.dh0 = None, None, None, None

    def forward(self, xs, h0=None):
        N, T, D = xs.shape
        H = self.Wh.shape[0]
        h = np.zeros((N, H)) if h0 is None else h0
        self.xs = xs
        self.hs = np.empty((N, T, H))
        for t in range(T):
            h = np.tanh(xs[:, t] @ self.Wx + h @ self.Wh + self.b)
            self.hs[:, t] = h
        return self.hs

    def backward(self, dhs):
        self.dWx, self.dWh, self.db = np.zeros_like(self.Wx), np.zeros_like(self.Wh), np.zeros_like(self.b)
        dxs = np.empty_like(self.xs)
        dh_next = np.zeros_like(self.hs[:, 0])
        for t in reversed(range(self.xs.shape[1])):
            dz = (dhs[:, t] + dh_next) * (1 - self.hs[:, t] ** 2)
            self.dWx += self.xs[:, t].T @ dz
            self.dWh += self.hs[:, t - 1].T @ dz
            self.db += dz.sum(axis=0)
            dxs[:, t] = dz @ self.Wx.T
            dh_next = dz @ self.Wh.T
        self.dh0 = dh_next
        return dxs
