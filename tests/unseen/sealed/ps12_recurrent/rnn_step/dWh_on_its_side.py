# mistake: dWh is dzᵀ · h_prev, the transpose of what is due; being square it doesn't show by its shape
# loses: dWh
class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.x, self.h_prev, self.h = None, None, None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev):
        self.x = x
        self.h_prev = h_prev
        z = np.dot(x, self.Wx) + np.dot(h_prev, self.Wh) + self.b
        self.h = np.tanh(z)
        return self.h

    def backward(self, dh):
        dz = dh * (1 - self.h**2)
        self.dWx = np.dot(self.x.T, dz)
        self.dWh = np.dot(dz.T, self.h_prev)
        self.db = np.sum(dz, axis=0)
        dx = np.dot(dz, self.Wx.T)
        dh_prev = np.dot(dz, self.Wh.T)
        return dx, dh_prev
