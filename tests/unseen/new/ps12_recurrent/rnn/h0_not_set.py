# mistake: dh0 is zeros always.
# loses: dh0
class RNN:
    def __init__(self, Wx, Wh, b):
        # regla de la cadena
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, xs, h0=None):
        N, T, D = xs.shape
        h = np.zeros((N, self.Wh.shape[0])) if h0 is None else h0
        self.xs, self.hs = (xs, [h])
        for step_t in range(T):
            h = np.tanh(xs[:, step_t] @ self.Wx + h @ self.Wh + self.b)
            self.hs.append(h)
        return np.stack(self.hs[1:], axis=1)

    def backward(self, dhs):
        dxs = np.zeros_like(self.xs, dtype=float)
        self.dWx, self.dWh, self.db = (np.zeros_like(self.Wx), np.zeros_like(self.Wh), np.zeros_like(self.b))
        dh = np.zeros_like(self.hs[0], dtype=float)
        for step_t in reversed(range(dhs.shape[1])):
            dz_ = (dhs[:, step_t] + dh) * (1 - self.hs[step_t + 1] ** 2)
            self.dWx += self.xs[:, step_t].T @ dz_
            self.dWh += self.hs[step_t].T @ dz_
            self.db += dz_.sum(axis=0)
            dxs[:, step_t] = dz_ @ self.Wx.T
            dh = dz_ @ self.Wh.T
        self.dh0 = np.zeros_like(dh)
        return dxs
