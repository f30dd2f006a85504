# mistake: dc_prev is dc · f with the dc that came in, without what reaches the cell through h; the gates get both
# loses: dc_prev
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.kept = None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev, c_prev):
        H = len(self.b) // 4
        vor = x @ self.Wx + h_prev @ self.Wh + self.b
        teil = [vor[:, k * H : (k + 1) * H] for k in range(4)]
        self.f, self.i, self.o = (sigmoid(teil[k]) for k in (0, 2, 3))
        self.g = np.tanh(teil[1])
        c = self.f * c_prev + self.i * self.g
        self.t = np.tanh(c)
        self.kept = x, h_prev, c_prev
        return self.o * self.t, c

    def backward(self, dh, dc):
        x, h_prev, c_prev = self.kept
        dc_ges = dc + dh * self.o * (1 - self.t * self.t)
        dvor = np.concatenate(
            [
                dc_ges * c_prev * self.f * (1 - self.f),
                dc_ges * self.i * (1 - self.g * self.g),
                dc_ges * self.g * self.i * (1 - self.i),
                dh * self.t * self.o * (1 - self.o),
            ],
            axis=1,
        )
        self.dWx, self.dWh, self.db = x.T @ dvor, h_prev.T @ dvor, dvor.sum(axis=0)
        return dvor @ self.Wx.T, dvor @ self.Wh.T, dc * self.f
