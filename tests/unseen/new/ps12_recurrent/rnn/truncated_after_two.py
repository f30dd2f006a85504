# mistake: what comes back is cut off after two steps.
# loses: through_time, dh0
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, xs, h0=None):
        N, T, D = xs.shape
        h = np.zeros((N, self.Wh.shape[0])) if h0 is None else h0
        self.xs, self.hs = (xs, [h])
        for step_t in range(T):
            h = np.tanh(np.matmul(xs[:, step_t], self.Wx) + np.matmul(h, self.Wh) + self.b)
            self.hs.append(h)
        return np.stack(self.hs[1:], axis=1)

    def backward(self, dhs):
        dxs = np.zeros_like(self.xs, dtype=float)
        self.dWx, self.dWh, self.db = (np.zeros_like(self.Wx), np.zeros_like(self.Wh), np.zeros_like(self.b))
        dh = np.zeros_like(self.hs[0], dtype=float)
        for step_t in reversed(range(dhs.shape[1])):
            d1 = (dhs[:, step_t] + dh) * (1 - self.hs[step_t + 1] ** 2)
            self.dWx += np.matmul(self.xs[:, step_t].T, d1)
            self.dWh += np.matmul(self.hs[step_t].T, d1)
            self.db += d1.sum(axis=0)
            dxs[:, step_t] = np.matmul(d1, self.Wx.T)
            dh = np.matmul(d1, self.Wh.T) if step_t % 2 else 0 * dh
        self.dh0 = dh
        return dxs
