class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.dWx = self.dWh = self.db = None

    def forward(self, x, h_prev):
        self.x, self.h_prev = x, h_prev
        self.h = np.tanh(self.b + h_prev.dot(self.Wh) + x.dot(self.Wx))
        return self.h

    def backward(self, dh):
        dh *= (1 - self.h) * (1 + self.h)
        self.db = np.ones(len(dh)) @ dh
        self.dWx = sum(np.outer(a, d) for a, d in zip(self.x, dh))
        self.dWh = sum(np.outer(a, d) for a, d in zip(self.h_prev, dh))
        return dh @ self.Wx.T, dh @ self.Wh.T
