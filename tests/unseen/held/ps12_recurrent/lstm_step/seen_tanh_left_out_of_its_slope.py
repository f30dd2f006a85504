# mistake: On the way from h to c the derivative is 1 - c² in place of 1 - tanh(c)².
# loses: all gradients through c

class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.kept = None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev, c_prev):
        f, g, i, o = np.split(x @ self.Wx + h_prev @ self.Wh + self.b, 4, axis=1)
        f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)
        c = f * c_prev + i * g
        h = o * np.tanh(c)
        self.kept = x, h_prev, c_prev, f, g, i, o, c
        return h, c

    def backward(self, dh, dc):
        x, h_prev, c_prev, f, g, i, o, c = self.kept
        dc_all = dc + dh * o * (1 - c**2)
        df = dc_all * c_prev * f * (1 - f)
        dg = dc_all * i * (1 - g**2)
        di = dc_all * g * i * (1 - i)
        do = dh * np.tanh(c) * o * (1 - o)
        dz = np.concatenate([df, dg, di, do], axis=1)
        self.dWx = x.T @ dz
        self.dWh = h_prev.T @ dz
        self.db = dz.sum(axis=0)
        return dz @ self.Wx.T, dz @ self.Wh.T, dc_all * f
