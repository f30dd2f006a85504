# mistake: the slope of tanh is evaluated at h, where tanh has already been applied
# loses: dz and all gradients

class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.x, self.h_prev, self.h = None, None, None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev):
        self.x, self.h_prev = x, h_prev
        gestapelt = np.hstack([x, h_prev])
        gewichte = np.vstack([self.Wx, self.Wh])
        self.summe = gestapelt @ gewichte + self.b
        self.h = np.tanh(self.summe)
        return self.h

    def backward(self, dh):
        steigung = 1 / np.cosh(self.h) ** 2
        dz = steigung * dh
        d_gewichte = np.hstack([self.x, self.h_prev]).T @ dz
        D = self.x.shape[1]
        self.dWx, self.dWh = d_gewichte[:D], d_gewichte[D:]
        self.db = dz.sum(0)
        d_gestapelt = dz @ np.vstack([self.Wx, self.Wh]).T
        return d_gestapelt[:, :D], d_gestapelt[:, D:]
