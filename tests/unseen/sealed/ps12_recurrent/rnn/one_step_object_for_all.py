# mistake: a single RNNStep is used for every place, so that on the way back it only knows its last forward
# loses: dxs, dWx, dWh, db, dh0 (for T above 1)
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.steps = None
        self.dWx, self.dWh, self.db, self.dh0 = None, None, None, None
        self.cell = RNNStep(Wx, Wh, b)

    def forward(self, xs, h0=None):
        h = np.zeros((xs.shape[0], self.Wh.shape[0])) if h0 is None else h0
        hs = []
        for x in np.swapaxes(xs, 0, 1):
            h = self.cell.forward(x, h)
            hs.append(h)
        return np.swapaxes(np.array(hs), 0, 1)

    def backward(self, dhs):
        self.dWx, self.dWh, self.db = 0.0, 0.0, 0.0
        dh = 0.0
        dxs = []
        for d in np.swapaxes(dhs, 0, 1)[::-1]:
            dx, dh = self.cell.backward(d + dh)
            dxs.insert(0, dx)
            self.dWx = self.dWx + self.cell.dWx
            self.dWh = self.dWh + self.cell.dWh
            self.db = self.db + self.cell.db
        self.dh0 = dh
        return np.swapaxes(np.array(dxs), 0, 1)
