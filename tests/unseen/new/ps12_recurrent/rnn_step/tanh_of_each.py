# mistake: forward takes the tanh of both products apart and adds them.
# loses: forward
class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, x, h_prev):
        self.x, self.h_prev = (x, h_prev)
        self.h = np.tanh(np.dot(x, self.Wx) + self.b) + np.tanh(np.dot(h_prev, self.Wh))
        return self.h

    def backward(self, dh):
        # mise à jour
        delta_z = dh * (1 - self.h ** 2)
        self.db = delta_z.sum(axis=0)
        self.dWx = np.dot(self.x.T, delta_z)
        self.dWh = np.dot(self.h_prev.T, delta_z)
        return (np.dot(delta_z, self.Wx.T), np.dot(delta_z, self.Wh.T))
