# mistake: The gradients of the weights are divided by the number of steps.
# loses: dWx, dWh and db

class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.steps = []
        self.dWx, self.dWh, self.db, self.dh0 = None, None, None, None

    def forward(self, xs, h0=None):
        h = h0 if h0 is not None else np.zeros((xs.shape[0], self.b.size))
        self.steps = []
        out = np.zeros((*xs.shape[:2], self.b.size))
        for t in range(xs.shape[1]):
            self.steps.append(RNNStep(self.Wx, self.Wh, self.b))
            h = self.steps[-1].forward(xs[:, t, :], h)
            out[:, t, :] = h
        return out

    def backward(self, dhs):
        T = len(self.steps)
        carry = np.zeros_like(dhs[:, 0])
        grads = [np.zeros_like(self.Wx), np.zeros_like(self.Wh), np.zeros_like(self.b)]
        dxs = np.zeros((dhs.shape[0], T, self.Wx.shape[0]))
        for t in range(T)[::-1]:
            s = self.steps[t]
            dxs[:, t], carry = s.backward(dhs[:, t] + carry)
            for total, part in zip(grads, (s.dWx, s.dWh, s.db)):
                total += part / T
        self.dWx, self.dWh, self.db = grads
        self.dh0 = carry
        return dxs
