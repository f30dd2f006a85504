# mistake: backward takes tanh once more of h for the slope, 1 - tanh(h)², though h is the output of tanh already
# loses: dx, dh_prev, dWx, dWh, db
class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.x, self.h_prev, self.h = None, None, None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev):
        self.x, self.h_prev = x, h_prev
        self.h = np.tanh(x @ self.Wx + h_prev @ self.Wh + self.b)
        return self.h

    def backward(self, dh):
        dz = dh * (1 - np.tanh(self.h) ** 2)
        self.dWx = self.x.T @ dz
        self.dWh = self.h_prev.T @ dz
        self.db = dz.sum(axis=0)
        return dz @ self.Wx.T, dz @ self.Wh.T
