# mistake: the slope of tanh is taken from the state before the step instead of the one after it
# loses: dz and all gradients

class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.x, self.h_prev, self.h = None, None, None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev):
        self.x = x
        self.h_prev = h_prev
        self.h = np.tanh(np.dot(x, self.Wx) + np.dot(h_prev, self.Wh) + self.b)
        return self.h

    def backward(self, dh):
        dz = dh * (1.0 - self.h_prev**2)
        self.dWx = np.dot(self.x.T, dz)
        self.dWh = np.dot(self.h_prev.T, dz)
        self.db = np.sum(dz, axis=0)
        return np.dot(dz, self.Wx.T), np.dot(dz, self.Wh.T)
