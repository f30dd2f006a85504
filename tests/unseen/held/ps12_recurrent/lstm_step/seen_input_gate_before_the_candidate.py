# mistake: forward cuts the blocks as forget, input, candidate, output: the two in the middle change places, in backward as well.
# loses: h, c and gradients

class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.kept = None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev, c_prev):
        zf, zi, zg, zo = np.split(x @ self.Wx + h_prev @ self.Wh + self.b, 4, axis=1)
        f, i, g, o = sigmoid(zf), sigmoid(zi), np.tanh(zg), sigmoid(zo)
        c = f * c_prev + i * g
        t = np.tanh(c)
        self.kept = x, h_prev, c_prev, f, i, g, o, t
        return o * t, c

    def backward(self, dh, dc):
        x, h_prev, c_prev, f, i, g, o, t = self.kept
        dc = dc + dh * o * (1 - t**2)
        dzf = dc * c_prev * f * (1 - f)
        dzi = dc * g * i * (1 - i)
        dzg = dc * i * (1 - g**2)
        dzo = dh * t * o * (1 - o)
        dz = np.concatenate((dzf, dzi, dzg, dzo), axis=1)
        self.dWx = x.T @ dz
        self.dWh = h_prev.T @ dz
        self.db = dz.sum(axis=0)
        return dz @ self.Wx.T, dz @ self.Wh.T, dc * f
