# mistake: dWh uses the new state h, not h_prev.
# loses: dWh
class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, x, h_prev):
        self.x, self.h_prev = (x, h_prev)
        self.h = np.tanh(x @ self.Wx + h_prev @ self.Wh + self.b)
        return self.h

    def backward(self, dh):
        delta_z = dh * (1 - self.h ** 2)
        self.db = delta_z.sum(axis=0)
        self.dWx = self.x.T @ delta_z
        self.dWh = self.h.T @ delta_z
        return (delta_z @ self.Wx.T, delta_z @ self.Wh.T)
