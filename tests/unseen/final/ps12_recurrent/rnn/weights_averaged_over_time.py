# mistake: dWx, dWh and db are divided by T, the number of steps, where the shares of the steps add up.
# loses: dWx dWh db
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, xs, h0=None):
        N, T, D = xs.shape
        H = len(self.b)
        hs = np.zeros((N, T, H))
        h = h0 if h0 is not None else np.zeros((N, H))
        self.steps = []
        for t in range(T):
            self.steps.append(RNNStep(self.Wx, self.Wh, self.b))
            h = self.steps[t].forward(xs[:, t, :], h)
            hs[:, t, :] = h
        self.shape = N, T, D
        return hs

    def backward(self, dhs):
        N, T, D = self.shape
        dxs = np.zeros((N, T, D))
        dh = np.zeros_like(dhs[:, 0])
        for t in range(T - 1, -1, -1):
            dxs[:, t, :], dh = self.steps[t].backward(dhs[:, t, :] + dh)
        self.dh0 = dh
        self.dWx = np.mean([s.dWx for s in self.steps], axis=0)
        self.dWh = np.mean([s.dWh for s in self.steps], axis=0)
        self.db = np.mean([s.db for s in self.steps], axis=0)
        return dxs
