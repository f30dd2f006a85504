# mistake: backward takes h · (1 - h), the slope of the sigmoid, for that of tanh
# loses: dx, dh_prev, dWx, dWh, db
class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.x, self.h_prev, self.h = None, None, None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev):
        self.x = x.copy()
        self.h_prev = h_prev.copy()
        both = np.concatenate([x, h_prev], axis=1)
        self.h = np.tanh(both @ np.concatenate([self.Wx, self.Wh], axis=0) + self.b)
        return self.h

    def backward(self, dh):
        dz = dh * self.h * (1 - self.h)
        D = self.Wx.shape[0]
        dW = np.hstack([self.x, self.h_prev]).T @ dz
        self.dWx, self.dWh = dW[:D], dW[D:]
        self.db = dz.sum(axis=0)
        dboth = dz @ np.vstack([self.Wx, self.Wh]).T
        return dboth[:, :D], dboth[:, D:]
