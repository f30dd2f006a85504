# mistake: The last state is kept and taken up as the start of the next call, where h0=None should mean zeros.
# loses: second forward without h0

class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.h = None
        self.steps = None
        self.dWx, self.dWh, self.db, self.dh0 = None, None, None, None

    def forward(self, xs, h0=None):
        n, zeit, _ = xs.shape
        if h0 is not None:
            self.h = h0
        elif self.h is None or len(self.h) != n:
            self.h = np.zeros((n, self.Wh.shape[0]))
        hs = np.zeros((n, zeit, self.Wh.shape[0]))
        self.steps = [RNNStep(self.Wx, self.Wh, self.b) for _ in range(zeit)]
        for t, schritt in enumerate(self.steps):
            self.h = hs[:, t] = schritt.forward(xs[:, t], self.h)
        return hs

    def backward(self, dhs):
        dxs = [None] * len(self.steps)
        dh = np.zeros(dhs[:, 0].shape)
        for t in reversed(range(len(self.steps))):
            dxs[t], dh = self.steps[t].backward(dhs[:, t] + dh)
        self.dWx = sum(s.dWx for s in self.steps)
        self.dWh = sum(s.dWh for s in self.steps)
        self.db = sum(s.db for s in self.steps)
        self.dh0 = dh
        return np.stack(dxs, axis=1)
