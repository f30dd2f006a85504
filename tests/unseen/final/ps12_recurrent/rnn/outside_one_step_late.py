# mistake: The gradient from outside is added to what a step returns, not to what it gets: dhs of step t reaches the state before it, and the last step gets none.
# loses: through_time dxs dWx db dh0
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, xs, h0=None):
        N, T, D = xs.shape
        h = np.zeros((N, self.b.size)) if h0 is None else h0
        self.steps = []
        hs = np.zeros((N, T, self.b.size))
        for t in range(T):
            s = RNNStep(self.Wx, self.Wh, self.b)
            h = s.forward(xs[:, t], h)
            hs[:, t] = h
            self.steps.append(s)
        return hs

    def backward(self, dhs):
        dWx, dWh, db = np.zeros_like(self.Wx), np.zeros_like(self.Wh), np.zeros_like(self.b)
        dxs = np.zeros((dhs.shape[0], dhs.shape[1], self.Wx.shape[0]))
        dh = np.zeros(dhs[:, 0].shape)
        for t in range(len(self.steps) - 1, -1, -1):
            dx, dh_prev = self.steps[t].backward(dh)
            dh = dh_prev + dhs[:, t]
            dxs[:, t] = dx
            dWx += self.steps[t].dWx
            dWh += self.steps[t].dWh
            db += self.steps[t].db
        self.dWx, self.dWh, self.db, self.dh0 = dWx, dWh, db, dh
        return dxs
