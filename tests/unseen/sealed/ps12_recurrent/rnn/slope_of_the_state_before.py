# mistake: the slope of tanh at step t is taken from the state before that step, one too early in the list
# loses: dxs, dWx, dWh, db, dh0
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.steps = None
        self.dWx, self.dWh, self.db, self.dh0 = None, None, None, None

    def forward(self, xs, h0=None):
        N, T, D = xs.shape
        H = self.Wh.shape[1]
        self.xs = xs
        self.hs = np.zeros((N, T + 1, H))
        if h0 is not None:
            self.hs[:, 0] = h0
        for t in range(T):
            self.hs[:, t + 1] = np.tanh(xs[:, t] @ self.Wx + self.hs[:, t] @ self.Wh + self.b)
        return self.hs[:, 1:].copy()

    def backward(self, dhs):
        N, T, H = dhs.shape
        dzs = np.zeros((N, T, H))
        later = np.zeros((N, H))
        for t in range(T - 1, -1, -1):
            dzs[:, t] = (dhs[:, t] + later) * (1 - self.hs[:, t] ** 2)
            later = dzs[:, t] @ self.Wh.T
        self.dh0 = later
        self.dWx = np.einsum("ntd,nth->dh", self.xs, dzs)
        self.dWh = np.einsum("ntk,nth->kh", self.hs[:, :-1], dzs)
        self.db = dzs.sum(axis=(0, 1))
        return dzs @ self.Wx.T
