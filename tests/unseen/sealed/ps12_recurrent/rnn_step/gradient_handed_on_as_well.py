# mistake: dh itself is added to dh_prev, as if the old state were also added to the new one
# loses: dh_prev
class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.x, self.h_prev, self.h = None, None, None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev):
        self.cache = (x, h_prev)
        self.h = np.tanh(self.b + x.dot(self.Wx) + h_prev.dot(self.Wh))
        return self.h

    def backward(self, dh):
        x, h_prev = self.cache
        delta = dh * (1 + self.h) * (1 - self.h)
        self.dWx, self.dWh, self.db = x.T.dot(delta), h_prev.T.dot(delta), delta.sum(0)
        dx = delta.dot(self.Wx.T)
        dh_prev = dh + delta.dot(self.Wh.T)
        return dx, dh_prev
