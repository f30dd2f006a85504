# mistake: dc_prev is what reaches c, handed on as it is, where it is multiplied by f.
# loses: dc_prev
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, x, h_prev, c_prev):
        f, g, i, o = np.split(x.dot(self.Wx) + h_prev.dot(self.Wh) + self.b, 4, axis=1)
        f, g, i, o = sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o)
        c = f * c_prev + i * g
        self.x, self.h_prev, self.c_prev, self.gates, self.tanh_c = x, h_prev, c_prev, (f, g, i, o), np.tanh(c)
        return o * self.tanh_c, c

    def backward(self, dh, dc):
        f, g, i, o = self.gates
        ds = dc + dh * o * (1 - self.tanh_c**2)
        dc_prev = ds
        dA = np.concatenate(
            [ds * self.c_prev * f * (1 - f), ds * i * (1 - g**2), ds * g * i * (1 - i), dh * self.tanh_c * o * (1 - o)],
            axis=1,
        )
        self.dWx = self.x.T.dot(dA)
        self.dWh = self.h_prev.T.dot(dA)
        self.db = dA.sum(axis=0)
        return dA.dot(self.Wx.T), dA.dot(self.Wh.T), dc_prev
