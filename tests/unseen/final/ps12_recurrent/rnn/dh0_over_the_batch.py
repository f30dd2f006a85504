# mistake: dh0 is summed over the batch to shape (H,), like a bias, where each sample has its own.
# loses: dh0
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, xs, h0=None):
        self.xs = xs
        N, T, D = xs.shape
        H = self.Wh.shape[0]
        self.hs = np.zeros((N, T + 1, H))  # one more: the state before
        if h0 is not None:
            self.hs[:, 0] = h0
        for t in range(T):
            self.hs[:, t + 1] = np.tanh(xs[:, t] @ self.Wx + self.hs[:, t] @ self.Wh + self.b)
        return self.hs[:, 1:].copy()

    def backward(self, dhs):
        N, T, D = self.xs.shape
        dzs = np.zeros_like(dhs)
        back = np.zeros_like(dhs[:, 0])
        for t in reversed(range(T)):
            dzs[:, t] = (dhs[:, t] + back) * (1 - self.hs[:, t + 1] ** 2)
            back = dzs[:, t] @ self.Wh.T
        self.dWx = np.einsum("ntd,nth->dh", self.xs, dzs)
        self.dWh = np.einsum("ntk,nth->kh", self.hs[:, :-1], dzs)
        self.db = dzs.sum(axis=(0, 1))
        self.dh0 = back.sum(axis=0)
        return dzs @ self.Wx.T
