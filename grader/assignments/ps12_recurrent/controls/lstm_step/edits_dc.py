class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, x, h_prev, c_prev):
        z = np.einsum("nd,dm->nm", x, self.Wx) + np.einsum("nk,km->nm", h_prev, self.Wh) + self.b
        f, g, i, o = z.reshape(len(z), 4, -1).transpose(1, 0, 2)
        f, i, o = (1 / (1 + np.exp(-gate)) for gate in (f, i, o))
        g = np.tanh(g)
        c = f * c_prev + i * g
        self.saved = [np.array(v) for v in (x, h_prev, c_prev, f, g, i, o, np.tanh(c))]
        return o * np.tanh(c), c

    def backward(self, dh, dc):
        x, h_prev, c_prev, f, g, i, o, t = self.saved
        dc += dh * o * (1 - t**2)
        dz = np.stack([dc * c_prev * f * (1 - f), dc * i * (1 - g**2), dc * g * i * (1 - i), dh * t * o * (1 - o)], axis=1)
        dz = dz.reshape(len(x), -1)
        self.dWx, self.dWh, self.db = x.T @ dz, h_prev.T @ dz, np.sum(dz, 0)
        return dz @ self.Wx.T, dz @ self.Wh.T, f * dc
