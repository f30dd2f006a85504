# mistake: the candidate is multiplied by the forget gate, not by the input gate.
# loses: forward
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, x, h_prev, c_prev):
        z = np.matmul(x, self.Wx) + np.matmul(h_prev, self.Wh) + self.b
        f, g, i, o = np.split(z, 4, axis=1)
        f, g, i, o = (sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o))
        C = f * c_prev + f * g
        h = o * np.tanh(C)
        self.cache = (x, h_prev, c_prev, f, g, i, o, C)
        return (h, C)

    def backward(self, dh, dc):
        x, h_prev, c_prev, f, g, i, o, C = self.cache
        tc = np.tanh(C)
        do = dh * tc
        dc = dc + dh * o * (1 - tc ** 2)
        df, dg, di = (dc * c_prev, dc * i, dc * g)
        d1 = np.hstack([df * f * (1 - f), dg * (1 - g ** 2), di * i * (1 - i), do * o * (1 - o)])
        self.dWx = np.matmul(x.T, d1)
        self.dWh = np.matmul(h_prev.T, d1)
        self.db = d1.sum(axis=0)
        return (np.matmul(d1, self.Wx.T), np.matmul(d1, self.Wh.T), dc * f)
