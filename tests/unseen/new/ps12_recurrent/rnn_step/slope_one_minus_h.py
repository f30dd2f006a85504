# mistake: the slope is 1 − h, without the square.
# loses: dz
class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, x, h_prev):
        self.x, self.h_prev = (x, h_prev)
        self.h = np.tanh(x @ self.Wx + h_prev @ self.Wh + self.b)
        return self.h

    def backward(self, dh):
        delta = dh * (1 - self.h)
        self.db = delta.sum(axis=0)
        self.dWx = self.x.T @ delta
        self.dWh = self.h_prev.T @ delta
        return (delta @ self.Wx.T, delta @ self.Wh.T)
