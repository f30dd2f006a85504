# mistake: the candidate is sent back with the slope of a sigmoid
# loses: the gradients of the candidate

class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev, c_prev):
        A = x @ self.Wx + h_prev @ self.Wh + self.b
        vergessen, kandidat, ein, aus = np.split(A, 4, axis=1)
        f, g, i, o = sigmoid(vergessen), np.tanh(kandidat), sigmoid(ein), sigmoid(aus)
        c = f * c_prev + i * g
        tc = np.tanh(c)
        h = o * tc
        self.cache = (x, h_prev, c_prev, f, g, i, o, tc)
        return h, c

    def backward(self, dh, dc):
        x, h_prev, c_prev, f, g, i, o, tc = self.cache
        do = dh * tc
        ds = dc + dh * o * (1 - tc**2)
        df = ds * c_prev
        dg = ds * i
        di = ds * g
        dA = np.hstack((df * f * (1 - f), dg * g * (1 - g), di * i * (1 - i), do * o * (1 - o)))
        self.dWx = x.T @ dA
        self.dWh = h_prev.T @ dA
        self.db = dA.sum(axis=0)
        return dA @ self.Wx.T, dA @ self.Wh.T, ds * f
