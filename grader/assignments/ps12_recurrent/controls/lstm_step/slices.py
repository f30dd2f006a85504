class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.H = Wh.shape[0]

    def forward(self, x, h_prev, c_prev):
        H = self.H
        self.x, self.h_prev, self.c_prev = x, h_prev, c_prev
        A = np.dot(x, self.Wx) + np.dot(h_prev, self.Wh) + self.b
        self.f = sigmoid(A[:, :H])
        self.g = np.tanh(A[:, H : 2 * H])
        self.i = sigmoid(A[:, 2 * H : 3 * H])
        self.o = sigmoid(A[:, 3 * H :])
        self.c_next = self.f * c_prev + self.g * self.i
        return self.o * np.tanh(self.c_next), self.c_next

    def backward(self, dh_next, dc_next):
        H = self.H
        tanh_c = np.tanh(self.c_next)
        ds = dc_next + (dh_next * self.o) * (1 - tanh_c**2)
        dA = np.empty((len(ds), 4 * H))
        dA[:, :H] = ds * self.c_prev
        dA[:, H : 2 * H] = ds * self.i
        dA[:, 2 * H : 3 * H] = ds * self.g
        dA[:, 3 * H :] = dh_next * tanh_c
        dA[:, :H] *= self.f * (1 - self.f)
        dA[:, H : 2 * H] *= 1 - self.g**2
        dA[:, 2 * H : 3 * H] *= self.i * (1 - self.i)
        dA[:, 3 * H :] *= self.o * (1 - self.o)
        self.dWh = np.dot(self.h_prev.T, dA)
        self.dWx = np.dot(self.x.T, dA)
        self.db = dA.sum(axis=0)
        return np.dot(dA, self.Wx.T), np.dot(dA, self.Wh.T), ds * self.f
