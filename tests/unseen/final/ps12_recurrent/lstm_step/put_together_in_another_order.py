# mistake: In backward the four blocks of dz are put together as forget, input, candidate, output, where they were cut as forget, candidate, input, output.
# loses: candidate input_gate
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, x, h_prev, c_prev):
        z = x @ self.Wx + h_prev @ self.Wh + self.b
        zf, zg, zi, zo = np.hsplit(z, 4)
        gates = dict(f=sigmoid(zf), g=np.tanh(zg), i=sigmoid(zi), o=sigmoid(zo))
        c = gates["f"] * c_prev + gates["i"] * gates["g"]
        h = gates["o"] * np.tanh(c)
        self.kept = x, h_prev, c_prev, c, gates
        return h, c

    def backward(self, dh, dc):
        x, h_prev, c_prev, c, gates = self.kept
        f, g, i, o = (gates[name] for name in "fgio")
        dc_all = dc + dh * o * (1 - np.tanh(c) ** 2)
        dzf = dc_all * c_prev * f * (1 - f)
        dzi = dc_all * g * i * (1 - i)
        dzg = dc_all * i * (1 - g**2)
        dzo = dh * np.tanh(c) * o * (1 - o)
        dz = np.hstack([dzf, dzi, dzg, dzo])
        self.dWx, self.dWh, self.db = x.T @ dz, h_prev.T @ dz, dz.sum(axis=0)
        return dz @ self.Wx.T, dz @ self.Wh.T, dc_all * f
