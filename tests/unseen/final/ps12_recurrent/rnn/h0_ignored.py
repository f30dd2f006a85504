# mistake: The state before the first step is always zeros, also where h0 is given.
# loses: forward
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, xs, h0=None):
        h0 = np.zeros((len(xs), len(self.Wh)))
        self.steps, hs = [], [h0]
        for t in range(xs.shape[1]):
            self.steps.append(RNNStep(self.Wx, self.Wh, self.b))
            hs.append(self.steps[-1].forward(xs[:, t], hs[-1]))
        return np.stack(hs[1:], axis=1)

    def backward(self, dhs):
        dh, dxs = np.zeros_like(dhs[:, 0]), []
        self.dWx, self.dWh, self.db = np.zeros_like(self.Wx), np.zeros_like(self.Wh), np.zeros_like(self.b)
        for t in range(len(self.steps))[::-1]:
            dx, dh = self.steps[t].backward(dhs[:, t] + dh)
            dxs.append(dx)
            self.dWx += self.steps[t].dWx
            self.dWh += self.steps[t].dWh
            self.db += self.steps[t].db
        self.dh0 = dh
        return np.stack(dxs[::-1], axis=1)
