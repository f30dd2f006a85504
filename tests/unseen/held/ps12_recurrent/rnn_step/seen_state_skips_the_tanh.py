# mistake: dh_prev is made from dh itself, so the derivative of tanh is missing on the way to the state before.
# loses: dh_prev

class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.x = self.h_prev = self.h = None
        self.dWx = self.dWh = self.db = None

    def forward(self, x, h_prev):
        self.x, self.h_prev = x, h_prev
        z = np.dot(x, self.Wx) + np.dot(h_prev, self.Wh) + self.b
        self.h = np.tanh(z)
        return self.h

    def backward(self, dh):
        dz = (1 - np.square(self.h)) * dh
        self.dWx = np.dot(self.x.T, dz)
        self.dWh = np.dot(self.h_prev.T, dz)
        self.db = np.sum(dz, axis=0)
        dx = np.dot(dz, self.Wx.T)
        dh_prev = np.dot(dh, self.Wh.T)
        return dx, dh_prev
