class LSTMStep:
    """Four small layers, each with its own columns."""

    def __init__(self, Wx, Wh, b):
        self.parts = {
            name: (wx, wh, bias)
            for name, wx, wh, bias in zip("fgio", np.split(Wx, 4, 1), np.split(Wh, 4, 1), np.split(b, 4))
        }

    def forward(self, x, h_prev, c_prev):
        self.inputs = x, h_prev, c_prev
        self.a = {}
        for name, (wx, wh, bias) in self.parts.items():
            z = x @ wx + h_prev @ wh + bias
            self.a[name] = np.tanh(z) if name == "g" else 0.5 * (1 + np.tanh(z / 2))
        self.c = self.a["f"] * c_prev + self.a["i"] * self.a["g"]
        return [self.a["o"] * np.tanh(self.c), self.c.copy()]

    def backward(self, dh, dc):
        x, h_prev, c_prev = self.inputs
        a, tc = self.a, np.tanh(self.c)
        dc = dc + dh * a["o"] * (1 - tc * tc)
        da = {"f": dc * c_prev, "g": dc * a["i"], "i": dc * a["g"], "o": dh * tc}
        dx, dh_prev, grads = 0.0, 0.0, []
        for name, (wx, wh, _) in self.parts.items():
            slope = 1 - a[name] ** 2 if name == "g" else a[name] - a[name] ** 2
            dz = da[name] * slope
            grads.append((x.T @ dz, h_prev.T @ dz, dz.sum(0)))
            dx = dx + dz @ wx.T
            dh_prev = dh_prev + dz @ wh.T
        self.dWx, self.dWh = (np.concatenate([g[k] for g in grads], axis=1) for k in (0, 1))
        self.db = np.concatenate([g[2] for g in grads])
        return dx, dh_prev, dc * a["f"]
