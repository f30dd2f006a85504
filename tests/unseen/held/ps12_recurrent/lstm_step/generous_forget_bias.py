# mistake: 1 is added to the forget gate's sum
# loses: c and h

class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.kept = None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev, c_prev):
        z = x @ self.Wx + h_prev @ self.Wh + self.b
        zf, zg, zi, zo = np.split(z, 4, axis=1)
        f, g, i, o = sigmoid(zf + 1.0), np.tanh(zg), sigmoid(zi), sigmoid(zo)
        c = f * c_prev + i * g
        h = o * np.tanh(c)
        self.kept = x, h_prev, c_prev, f, g, i, o, c
        return h, c

    def backward(self, dh, dc):
        x, h_prev, c_prev, f, g, i, o, c = self.kept
        tc = np.tanh(c)
        total = dc + dh * o * (1 - tc**2)
        dzo = dh * tc * o * (1 - o)
        dzf = total * c_prev * f * (1 - f)
        dzi = total * g * i * (1 - i)
        dzg = total * i * (1 - g**2)
        dz = np.concatenate([dzf, dzg, dzi, dzo], axis=1)
        self.dWx = x.T @ dz
        self.dWh = h_prev.T @ dz
        self.db = dz.sum(axis=0)
        return dz @ self.Wx.T, dz @ self.Wh.T, total * f
