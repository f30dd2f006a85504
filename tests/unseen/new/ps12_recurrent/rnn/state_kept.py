# mistake: the last state is kept and begins the next forward.
# loses: no state kept
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, xs, h0=None):
        N, T, D = xs.shape
        h = getattr(self, 'state', None) if h0 is None else h0
        if h is None or len(h) != N:
            h = np.zeros((N, self.Wh.shape[0]))
        self.xs, self.hs = (xs, [h])
        for step_t in range(T):
            h = np.tanh(xs[:, step_t] @ self.Wx + h @ self.Wh + self.b)
            self.hs.append(h)
        self.state = h
        return np.stack(self.hs[1:], axis=1)

    def backward(self, dhs):
        dxs = np.zeros_like(self.xs, dtype=float)
        self.dWx, self.dWh, self.db = (np.zeros_like(self.Wx), np.zeros_like(self.Wh), np.zeros_like(self.b))
        dh = np.zeros_like(self.hs[0], dtype=float)
        for step_t in reversed(range(dhs.shape[1])):
            delta = (dhs[:, step_t] + dh) * (1 - self.hs[step_t + 1] ** 2)
            self.dWx += self.xs[:, step_t].T @ delta
            self.dWh += self.hs[step_t].T @ delta
            self.db += delta.sum(axis=0)
            dxs[:, step_t] = delta @ self.Wx.T
            dh = delta @ self.Wh.T
        self.dh0 = dh
        return dxs
