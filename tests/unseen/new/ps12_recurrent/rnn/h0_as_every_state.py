# mistake: every step takes h0 as the state before.
# loses: forward
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, xs, h0=None):
        N, T, D = xs.shape
        h = np.zeros((N, self.Wh.shape[0])) if h0 is None else h0
        self.xs, self.hs = xs, [h]
        first = h
        for t in range(T):
            h = np.tanh(xs[:, t] @ self.Wx + first @ self.Wh + self.b)
            self.hs.append(h)
        return np.stack(self.hs[1:], axis=1)

    def backward(self, dhs):
        dxs = np.zeros_like(self.xs, dtype=float)
        self.dWx, self.dWh, self.db = np.zeros_like(self.Wx), np.zeros_like(self.Wh), np.zeros_like(self.b)
        dh = np.zeros_like(self.hs[0], dtype=float)
        for t in reversed(range(dhs.shape[1])):
            dz = (dhs[:, t] + dh) * (1 - self.hs[t + 1] ** 2)
            self.dWx += self.xs[:, t].T @ dz
            self.dWh += self.hs[t].T @ dz
            self.db += dz.sum(axis=0)
            dxs[:, t] = dz @ self.Wx.T
            dh = dz @ self.Wh.T
        self.dh0 = dh
        return dxs
