# mistake: What forward keeps is kept in the class, so of two steps with the same class the first goes back with what the second kept.
# loses: again
class LSTMStep:
    kept = []

    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, x, h_prev, c_prev):
        z = x @ self.Wx + h_prev @ self.Wh + self.b
        f, g, i, o = np.split(z, 4, axis=1)
        f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)
        c = f * c_prev + i * g
        self.kept[:] = [x, h_prev, c_prev, f, g, i, o, np.tanh(c)]
        return o * np.tanh(c), c

    def backward(self, dh, dc):
        x, h_prev, c_prev, f, g, i, o, tc = self.kept
        d = dc + dh * o * (1 - tc**2)
        dz = np.hstack([d * c_prev * f * (1 - f), d * i * (1 - g**2), d * g * i * (1 - i), dh * tc * o * (1 - o)])
        self.dWx, self.dWh, self.db = x.T @ dz, h_prev.T @ dz, dz.sum(axis=0)
        return dz @ self.Wx.T, dz @ self.Wh.T, d * f
