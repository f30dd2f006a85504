# mistake: dx takes only the candidate's block of dz and Wx, though x went into all four.
# loses: dx
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, x, h_prev, c_prev):
        H = h_prev.shape[1]
        self.x, self.h_prev, self.c_prev = x, h_prev, c_prev
        z = x @ self.Wx + h_prev @ self.Wh + self.b
        cut = lambda k: z[:, k * H : (k + 1) * H]
        self.f, self.g, self.i, self.o = sigmoid(cut(0)), np.tanh(cut(1)), sigmoid(cut(2)), sigmoid(cut(3))
        self.c = self.f * c_prev + self.i * self.g
        self.t = np.tanh(self.c)
        return self.o * self.t, self.c

    def backward(self, dh, dc):
        H = dh.shape[1]
        d = dc + dh * self.o * (1 - self.t**2)
        dz_f = d * self.c_prev * self.f * (1 - self.f)
        dz_g = d * self.i * (1 - self.g**2)
        dz_i = d * self.g * self.i * (1 - self.i)
        dz_o = dh * self.t * self.o * (1 - self.o)
        dz = np.concatenate([dz_f, dz_g, dz_i, dz_o], axis=1)
        self.dWx = self.x.T @ dz
        self.dWh = self.h_prev.T @ dz
        self.db = dz.sum(axis=0)
        dx = dz_g @ self.Wx[:, H : 2 * H].T
        return dx, dz @ self.Wh.T, d * self.f
