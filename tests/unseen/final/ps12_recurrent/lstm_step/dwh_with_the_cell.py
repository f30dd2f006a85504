# mistake: dWh is made with c_prev, where it is h_prev that went into Wh.
# loses: weights
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, x, h_prev, c_prev):
        H = h_prev.shape[1]
        z = x @ self.Wx + h_prev @ self.Wh + self.b
        f, g, i, o = sigmoid(z[:, :H]), np.tanh(z[:, H : 2 * H]), sigmoid(z[:, 2 * H : 3 * H]), sigmoid(z[:, 3 * H :])
        c = f * c_prev + i * g
        self.kept = x, h_prev, c_prev, f, g, i, o, np.tanh(c)
        return o * np.tanh(c), c

    def backward(self, dh, dc):
        x, h_prev, c_prev, f, g, i, o, tc = self.kept
        dc = dc + dh * o * (1 - tc**2)
        dz = np.hstack([dc * c_prev * f * (1 - f), dc * i * (1 - g**2), dc * g * i * (1 - i), dh * tc * o * (1 - o)])
        self.dWx = x.T @ dz
        self.dWh = c_prev.T @ dz
        self.db = dz.sum(axis=0)
        return dz @ self.Wx.T, dz @ self.Wh.T, dc * f
