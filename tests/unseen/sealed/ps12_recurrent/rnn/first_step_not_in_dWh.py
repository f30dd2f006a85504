# mistake: dWh leaves the first step out, as its state before is taken to be zero; with an h0 it isn't
# loses: dWh (with h0)
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.steps = None
        self.dWx, self.dWh, self.db, self.dh0 = None, None, None, None

    def forward(self, xs, h0=None):
        n, T, _ = xs.shape
        if h0 is None:
            h0 = np.zeros((n, len(self.b)))
        self.xs = xs
        self.states = [h0]
        for t in range(T):
            self.states.append(np.tanh(xs[:, t] @ self.Wx + self.states[-1] @ self.Wh + self.b))
        return np.stack(self.states[1:], axis=1)

    def backward(self, dhs):
        self.dWx, self.dWh, self.db = 0 * self.Wx, 0 * self.Wh, 0 * self.b
        dxs = np.empty_like(self.xs, dtype=float)
        carry = 0
        for t in reversed(range(dhs.shape[1])):
            dz = (dhs[:, t] + carry) * (1 - self.states[t + 1] ** 2)
            self.dWx = self.dWx + self.xs[:, t].T @ dz
            if t > 0:
                self.dWh = self.dWh + self.states[t].T @ dz
            self.db = self.db + dz.sum(axis=0)
            dxs[:, t] = dz @ self.Wx.T
            carry = dz @ self.Wh.T
        self.dh0 = carry
        return dxs
