# mistake: The output gate's gradient is dh times c, where h was made with tanh(c).
# loses: output gate's block of the gradients, dx and dh_prev

class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.kept = None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev, c_prev):
        self.x, self.h_prev, self.c_prev = x, h_prev, c_prev
        H = self.Wh.shape[0]
        z = (x @ self.Wx + h_prev @ self.Wh + self.b).reshape(-1, 4, H)
        self.f, self.i, self.o = (sigmoid(z[:, k]) for k in (0, 2, 3))
        self.g = np.tanh(z[:, 1])
        self.c = self.f * c_prev + self.i * self.g
        return self.o * np.tanh(self.c), self.c

    def backward(self, dh, dc):
        dct = dc + dh * self.o * (1 - np.tanh(self.c) ** 2)
        dz = np.stack(
            [
                dct * self.c_prev * self.f * (1 - self.f),
                dct * self.i * (1 - self.g**2),
                dct * self.g * self.i * (1 - self.i),
                dh * self.c * self.o * (1 - self.o),
            ],
            axis=1,
        ).reshape(len(dh), -1)
        self.dWx = np.einsum("nd,nk->dk", self.x, dz)
        self.dWh = np.einsum("nh,nk->hk", self.h_prev, dz)
        self.db = np.einsum("nk->k", dz)
        return dz @ self.Wx.T, dz @ self.Wh.T, dct * self.f
