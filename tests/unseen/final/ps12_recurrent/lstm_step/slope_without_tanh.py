# mistake: The slope on the way through h is o ⊙ (1 − c²), where it is o ⊙ (1 − tanh²(c)).
# loses: cell
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, x, h_prev, c_prev):
        H = h_prev.shape[1]
        z = x @ self.Wx + h_prev @ self.Wh + self.b
        f = sigmoid(z[:, :H])
        g = np.tanh(z[:, H : 2 * H])
        i = sigmoid(z[:, 2 * H : 3 * H])
        o = sigmoid(z[:, 3 * H :])
        c = f * c_prev + i * g
        h = o * np.tanh(c)
        self.kept = x, h_prev, c_prev, f, g, i, o, c
        return h, c

    def backward(self, dh, dc):
        x, h_prev, c_prev, f, g, i, o, c = self.kept
        total = dc + dh * o * (1 - c**2)
        dzf = total * c_prev * f * (1 - f)
        dzg = total * i * (1 - g**2)
        dzi = total * g * i * (1 - i)
        dzo = dh * np.tanh(c) * o * (1 - o)
        dz = np.hstack((dzf, dzg, dzi, dzo))
        self.dWx = x.T @ dz
        self.dWh = h_prev.T @ dz
        self.db = dz.sum(axis=0)
        return dz @ self.Wx.T, dz @ self.Wh.T, total * f
