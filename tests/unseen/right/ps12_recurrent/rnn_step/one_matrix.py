# mistake: none: x and h_prev side by side and the matrices on top of each other, one product.
# loses: nothing
class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.D = len(Wx)
        self.W = np.vstack([Wx, Wh, b])

    def forward(self, x, h_prev):
        self.u = np.hstack([x, h_prev, np.ones((len(x), 1))])
        self.h = np.tanh(self.u @ self.W)
        return self.h.copy()

    def backward(self, dh):
        dz = dh - dh * self.h**2
        self.dWx, self.dWh, rest = np.split(self.u.T @ dz, [self.D, len(self.W) - 1])
        self.db = rest[0]
        return np.split((dz @ self.W.T)[:, :-1], [self.D], axis=1)
