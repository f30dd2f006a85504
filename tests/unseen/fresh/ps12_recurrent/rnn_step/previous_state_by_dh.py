# mistake: dh_prev is made of dh, which has not come through tanh
# loses: dh_prev

class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.dWx = self.dWh = self.db = None

    def forward(self, x, h_prev):
        self.x, self.h_prev = x, h_prev
        entrada = np.dot(x, self.Wx) + np.dot(h_prev, self.Wh) + self.b
        self.h = np.tanh(entrada)
        return self.h

    def backward(self, dh):
        dz = dh * (1.0 - np.square(self.h))
        self.dWx = np.dot(self.x.T, dz)
        self.dWh = np.dot(self.h_prev.T, dz)
        self.db = np.sum(dz, axis=0)
        dx = np.dot(dz, self.Wx.T)
        dh_prev = np.dot(dh, self.Wh.T)
        return dx, dh_prev
