# mistake: The forget gate's gradient is what reaches the cell times the new cell c, where it is times c_prev.
# loses: forget_gate
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, x, h_prev, c_prev):
        H = len(self.Wh)
        z = x @ self.Wx + h_prev @ self.Wh + self.b
        self.f = sigmoid(z[:, 0:H])
        self.g = np.tanh(z[:, H : 2 * H])
        self.i = sigmoid(z[:, 2 * H : 3 * H])
        self.o = sigmoid(z[:, 3 * H : 4 * H])
        self.x, self.h_prev = x, h_prev
        self.c = self.f * c_prev + self.i * self.g
        self.h = self.o * np.tanh(self.c)
        return self.h, self.c

    def backward(self, dh, dc):
        tc = np.tanh(self.c)
        dcell = dc + dh * self.o * (1 - tc * tc)
        df = dcell * self.c
        dg = dcell * self.i
        di = dcell * self.g
        do = dh * tc
        dz = np.empty((len(dh), 4 * dh.shape[1]))
        H = dh.shape[1]
        dz[:, 0:H] = df * self.f * (1 - self.f)
        dz[:, H : 2 * H] = dg * (1 - self.g**2)
        dz[:, 2 * H : 3 * H] = di * self.i * (1 - self.i)
        dz[:, 3 * H : 4 * H] = do * self.o * (1 - self.o)
        self.dWx = self.x.T @ dz
        self.dWh = self.h_prev.T @ dz
        self.db = dz.sum(axis=0)
        dx = dz @ self.Wx.T
        dh_prev = dz @ self.Wh.T
        dc_prev = dcell * self.f
        return dx, dh_prev, dc_prev
