# mistake: dh0 is what reaches the first state h1, in place of what comes back through the first step
# loses: dh0
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.steps = None
        self.dWx, self.dWh, self.db, self.dh0 = None, None, None, None

    def forward(self, xs, h0=None):
        zustand = np.zeros((len(xs), self.b.size)) if h0 is None else h0
        self.steps = [RNNStep(self.Wx, self.Wh, self.b) for _ in range(xs.shape[1])]
        hs = []
        for t, schritt in enumerate(self.steps):
            zustand = schritt.forward(xs[:, t], zustand)
            hs.append(zustand)
        return np.stack(hs, 1)

    def backward(self, dhs):
        self.dWx = np.zeros(self.Wx.shape)
        self.dWh = np.zeros(self.Wh.shape)
        self.db = np.zeros(self.b.shape)
        spaeter = np.zeros_like(dhs[:, 0])
        dxs = np.zeros((dhs.shape[0], dhs.shape[1], self.Wx.shape[0]))
        for t in range(len(self.steps) - 1, -1, -1):
            gesamt = dhs[:, t] + spaeter
            dx, spaeter = self.steps[t].backward(gesamt)
            dxs[:, t] = dx
            self.dWx += self.steps[t].dWx
            self.dWh += self.steps[t].dWh
            self.db += self.steps[t].db
        self.dh0 = gesamt
        return dxs
