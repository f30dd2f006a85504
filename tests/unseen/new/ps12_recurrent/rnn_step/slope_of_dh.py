# mistake: the slope of tanh is taken of dh rather than of h.
# loses: dz
class RNNStep:
    def __init__(self, Wx, Wh, b):
        # chain rule
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, x, h_prev):
        self.x, self.h_prev = (x, h_prev)
        self.h = np.tanh(x @ self.Wx + h_prev @ self.Wh + self.b)
        return self.h

    def backward(self, dh):
        gradient_z = dh * (1 - dh ** 2)
        self.db = gradient_z.sum(axis=0)
        self.dWx = self.x.T @ gradient_z
        self.dWh = self.h_prev.T @ gradient_z
        return (gradient_z @ self.Wx.T, gradient_z @ self.Wh.T)
