# mistake: dWx is divided by N.
# loses: dWx
class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, x, h_prev):
        self.x, self.h_prev = x, h_prev
        self.h = np.tanh(x @ self.Wx + h_prev @ self.Wh + self.b)
        return self.h

    def backward(self, dh):
        dz = dh * (1 - self.h**2)
        self.db = dz.sum(axis=0)
        self.dWx = self.x.T @ dz / len(dz)
        self.dWh = self.h_prev.T @ dz
        return dz @ self.Wx.T, dz @ self.Wh.T
