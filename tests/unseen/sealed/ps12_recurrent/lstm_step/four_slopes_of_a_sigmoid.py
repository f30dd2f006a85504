# mistake: backward takes y · (1 - y) for all four blocks; the candidate, a tanh, has 1 - g²
# loses: the candidate's block of dWx, dWh, db; dx, dh_prev
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.kept = None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev, c_prev):
        H = self.Wh.shape[0]
        z = x @ self.Wx + h_prev @ self.Wh + self.b
        gates = sigmoid(z)
        gates[:, H : 2 * H] = np.tanh(z[:, H : 2 * H])
        f, g, i, o = (gates[:, k * H : (k + 1) * H] for k in range(4))
        c = f * c_prev + i * g
        self.kept = (x, h_prev, c_prev, gates, np.tanh(c))
        return o * self.kept[-1], c

    def backward(self, dh, dc):
        x, h_prev, c_prev, gates, tanh_c = self.kept
        f, g, i, o = np.split(gates, 4, axis=1)
        dcell = dc + dh * o * (1 - tanh_c**2)
        dgates = np.concatenate([dcell * c_prev, dcell * i, dcell * g, dh * tanh_c], axis=1)
        dz = dgates * gates * (1 - gates)
        self.dWx = x.T @ dz
        self.dWh = h_prev.T @ dz
        self.db = dz.sum(axis=0)
        return dz @ self.Wx.T, dz @ self.Wh.T, dcell * f
