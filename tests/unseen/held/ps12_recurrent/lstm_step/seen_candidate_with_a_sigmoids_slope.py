# mistake: The candidate, a tanh, goes back with g(1 - g), the derivative of a sigmoid.
# loses: candidate's block of the gradients, dx and dh_prev

class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.kept = None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev, c_prev):
        z = x @ self.Wx + h_prev @ self.Wh + self.b
        vergessen, kandidat, ein, aus = np.split(z, 4, axis=-1)
        tore = {"f": sigmoid(vergessen), "g": np.tanh(kandidat), "i": sigmoid(ein), "o": sigmoid(aus)}
        c = tore["f"] * c_prev + tore["i"] * tore["g"]
        tc = np.tanh(c)
        self.kept = (x, h_prev, c_prev, tore, tc)
        return tore["o"] * tc, c

    def backward(self, dh, dc):
        x, h_prev, c_prev, tore, tc = self.kept
        dc = dc + dh * tore["o"] * (1 - tc * tc)
        aussen = {"f": dc * c_prev, "g": dc * tore["i"], "i": dc * tore["g"], "o": dh * tc}
        dz = np.concatenate([aussen[k] * tore[k] * (1 - tore[k]) for k in "fgio"], axis=1)
        self.dWx, self.dWh, self.db = x.T @ dz, h_prev.T @ dz, dz.sum(0)
        return dz @ self.Wx.T, dz @ self.Wh.T, dc * tore["f"]
