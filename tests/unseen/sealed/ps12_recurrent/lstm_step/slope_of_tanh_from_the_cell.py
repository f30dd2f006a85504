# mistake: what reaches c through h is multiplied by 1 - c², where 1 - tanh(c)² is due
# loses: backward: dx, dh_prev, dc_prev, dWx, dWh, db
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.kept = None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev, c_prev):
        H = h_prev.shape[1]
        z = x @ self.Wx + h_prev @ self.Wh + self.b
        f = sigmoid(z[:, :H])
        g = np.tanh(z[:, H : 2 * H])
        i = sigmoid(z[:, 2 * H : 3 * H])
        o = sigmoid(z[:, 3 * H :])
        c = f * c_prev + i * g
        h = o * np.tanh(c)
        self.kept = (x, h_prev, c_prev, f, g, i, o, c)
        return h, c

    def backward(self, dh, dc):
        x, h_prev, c_prev, f, g, i, o, c = self.kept
        do = dh * np.tanh(c)
        dc = dc + dh * o * (1 - c**2)
        df, dg, di = dc * c_prev, dc * i, dc * g
        dz = np.hstack([df * f * (1 - f), dg * (1 - g**2), di * i * (1 - i), do * o * (1 - o)])
        self.dWx = x.T @ dz
        self.dWh = h_prev.T @ dz
        self.db = dz.sum(axis=0)
        return dz @ self.Wx.T, dz @ self.Wh.T, dc * f
