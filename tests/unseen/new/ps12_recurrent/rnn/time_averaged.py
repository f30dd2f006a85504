# mistake: the weights' gradients are divided by T.
# loses: dWx, dWh, db
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, xs, h0=None):
        N, T, D = xs.shape
        h = np.zeros((N, self.Wh.shape[0])) if h0 is None else h0
        self.xs, self.hs = (xs, [h])
        for step_t in range(T):
            h = np.tanh(np.dot(xs[:, step_t], self.Wx) + np.dot(h, self.Wh) + self.b)
            self.hs.append(h)
        return np.stack(self.hs[1:], axis=1)

    def backward(self, dhs):
        dxs = np.zeros_like(self.xs, dtype=float)
        self.dWx, self.dWh, self.db = (np.zeros_like(self.Wx), np.zeros_like(self.Wh), np.zeros_like(self.b))
        dh = np.zeros_like(self.hs[0], dtype=float)
        for step_t in reversed(range(dhs.shape[1])):
            delta_z = (dhs[:, step_t] + dh) * (1 - self.hs[step_t + 1] ** 2)
            self.dWx += np.dot(self.xs[:, step_t].T, delta_z)
            self.dWh += np.dot(self.hs[step_t].T, delta_z)
            self.db += delta_z.sum(axis=0)
            dxs[:, step_t] = np.dot(delta_z, self.Wx.T)
            dh = np.dot(delta_z, self.Wh.T)
        for gr in (self.dWx, self.dWh, self.db):
            gr /= dhs.shape[1]
        self.dh0 = dh
        return dxs
