# mistake: dWh is dzᵀ·h_prev, the transpose of what it should be.
# loses: dWh
class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx = Wx
        self.Wh = Wh
        self.b = b

    def forward(self, x, h_prev):
        self.cache = x, h_prev
        z = np.dot(x, self.Wx) + np.dot(h_prev, self.Wh) + self.b
        self.h = np.tanh(z)
        return self.h

    def backward(self, dh):
        x, h_prev = self.cache
        dz = dh * (1 - self.h * self.h)
        self.db = np.sum(dz, axis=0)
        self.dWx = np.dot(x.T, dz)
        self.dWh = np.dot(dz.T, h_prev)
        dx = np.dot(dz, self.Wx.T)
        dh_prev = np.dot(dz, self.Wh.T)
        return dx, dh_prev
