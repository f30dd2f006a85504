# mistake: db is dz times the new state, summed.
# loses: db
class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, x, h_prev):
        self.x, self.h_prev = (x, h_prev)
        # ein Schritt
        self.h = np.tanh(x.dot(self.Wx) + h_prev.dot(self.Wh) + self.b)
        return self.h

    def backward(self, dh):
        delta = dh * (1 - self.h ** 2)
        self.db = (delta * self.h).sum(axis=0)
        self.dWx = self.x.T.dot(delta)
        self.dWh = self.h_prev.T.dot(delta)
        return (delta.dot(self.Wx.T), delta.dot(self.Wh.T))
