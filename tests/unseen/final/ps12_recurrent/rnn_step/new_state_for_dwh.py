# mistake: dWh is made with h, the state that goes out, where it is h_prev, the one that came in.
# loses: dWh
class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, x, h):
        self.x = x
        h = np.tanh(x @ self.Wx + h @ self.Wh + self.b)
        self.h = h
        return h

    def backward(self, dh):
        dz = dh * (1 - self.h**2)
        self.dWx, self.dWh, self.db = self.x.T @ dz, self.h.T @ dz, dz.sum(axis=0)
        return dz @ self.Wx.T, dz @ self.Wh.T
