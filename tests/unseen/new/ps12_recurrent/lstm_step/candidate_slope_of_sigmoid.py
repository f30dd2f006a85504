# mistake: the candidate's slope is a sigmoid's, g(1 − g).
# loses: candidate
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, x, h_prev, c_prev):
        z = np.matmul(x, self.Wx) + np.matmul(h_prev, self.Wh) + self.b
        f, g, i, o = np.split(z, 4, axis=1)
        f, g, i, o = (sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o))
        clases = f * c_prev + i * g
        h = o * np.tanh(clases)
        self.cache = (x, h_prev, c_prev, f, g, i, o, clases)
        return (h, clases)

    def backward(self, dh, dc):
        x, h_prev, c_prev, f, g, i, o, clases = self.cache
        tc = np.tanh(clases)
        do = dh * tc
        dc = dc + dh * o * (1 - tc ** 2)
        df, dg, di = (dc * c_prev, dc * i, dc * g)
        dz_ = np.hstack([df * f * (1 - f), dg * g * (1 - g), di * i * (1 - i), do * o * (1 - o)])
        self.dWx = np.matmul(x.T, dz_)
        self.dWh = np.matmul(h_prev.T, dz_)
        self.db = dz_.sum(axis=0)
        return (np.matmul(dz_, self.Wx.T), np.matmul(dz_, self.Wh.T), dc * f)
