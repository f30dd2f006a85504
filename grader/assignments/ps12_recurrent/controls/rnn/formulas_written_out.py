class RNN:
    """Without RNNStep: arrays with an axis for time, the products over all steps at once where that can be done."""

    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, xs, h0=None):
        N, T, _ = xs.shape
        states = np.zeros((T + 1, N, self.b.size))
        if h0 is not None:
            states[0] = h0
        for t in range(T):
            states[t + 1] = np.tanh(xs[:, t] @ self.Wx + states[t] @ self.Wh + self.b)
        self.xs, self.states = xs, states
        return states[1:].swapaxes(0, 1)

    def backward(self, dhs):
        T = dhs.shape[1]
        dzs = np.empty_like(dhs)
        following = np.zeros_like(dhs[:, 0])
        for t in range(T - 1, -1, -1):
            dzs[:, t] = (dhs[:, t] + following) * (1 - self.states[t + 1] ** 2)
            following = dzs[:, t] @ self.Wh.T
        self.dh0 = following
        self.dWx = np.einsum("ntd,nth->dh", self.xs, dzs)
        self.dWh = np.einsum("tnk,nth->kh", self.states[:-1], dzs)
        self.db = dzs.sum((0, 1))
        return dzs @ self.Wx.T
