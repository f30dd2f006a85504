# mistake: backward makes the slope in the place of the kept h, so a second backward works with the slope as if it were h.
# loses: again
class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, x, h_prev):
        self.x, self.h_prev = x, h_prev
        h = np.tanh(x @ self.Wx + h_prev @ self.Wh + self.b)
        self.h = h.copy()
        return h

    def backward(self, dh):
        slope = self.h
        slope *= -slope
        slope += 1
        dz = dh * slope
        self.dWx, self.dWh, self.db = self.x.T @ dz, self.h_prev.T @ dz, dz.sum(axis=0)
        return dz @ self.Wx.T, dz @ self.Wh.T
