class RNN:
    """Each step asks the next for what comes back."""

    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, xs, h0=None):
        self.xs = xs
        self.hs = [np.zeros((len(xs), len(self.b))) if h0 is None else h0]
        for t in range(xs.shape[1]):
            self.hs.append(np.tanh(xs[:, t] @ self.Wx + self.hs[-1] @ self.Wh + self.b))
        return np.stack(self.hs[1:], axis=1)

    def backward(self, dhs):
        self.dWx, self.dWh, self.db = 0 * self.Wx, 0 * self.Wh, 0 * self.b
        dxs = np.zeros_like(self.xs)

        def back(t):
            later = back(t + 1) if t + 1 < dhs.shape[1] else 0
            dz = (dhs[:, t] + later) * (1 - self.hs[t + 1] ** 2)
            self.dWx = self.dWx + self.xs[:, t].T @ dz
            self.dWh = self.dWh + self.hs[t].T @ dz
            self.db = self.db + dz.sum(0)
            dxs[:, t] = dz @ self.Wx.T
            return dz @ self.Wh.T

        self.dh0 = back(0)
        return dxs
