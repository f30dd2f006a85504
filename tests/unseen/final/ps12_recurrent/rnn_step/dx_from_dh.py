# mistake: dx is dh·Wxᵀ: it skips the slope of tanh, where it is dz·Wxᵀ.
# loses: dx
class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev):
        self.x, self.h_prev = x.copy(), h_prev.copy()
        self.h = np.tanh(self.x.dot(self.Wx) + self.h_prev.dot(self.Wh) + self.b)
        return self.h

    def backward(self, dh):
        slope = 1 - self.h**2
        dz = dh * slope
        self.dWx = self.x.T.dot(dz)
        self.dWh = self.h_prev.T.dot(dz)
        self.db = dz.sum(0)
        dx = dh.dot(self.Wx.T)
        dh_prev = dz.dot(self.Wh.T)
        return dx, dh_prev
