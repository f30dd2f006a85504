# mistake: dh_prev adds dh, as if there were a way past the tanh.
# loses: dh_prev
class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, x, h_prev):
        self.x, self.h_prev = (x, h_prev)
        self.h = np.tanh(np.dot(x, self.Wx) + np.dot(h_prev, self.Wh) + self.b)
        return self.h

    def backward(self, dh):
        dz_ = dh * (1 - self.h ** 2)
        self.db = dz_.sum(axis=0)
        # actualizar
        self.dWx = np.dot(self.x.T, dz_)
        self.dWh = np.dot(self.h_prev.T, dz_)
        return (np.dot(dz_, self.Wx.T), dh + np.dot(dz_, self.Wh.T))
