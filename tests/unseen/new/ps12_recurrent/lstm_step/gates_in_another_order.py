# mistake: the gates stand in the order input, forget, candidate, output.
# loses: forward
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        # regla de la cadena
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, x, h_prev, c_prev):
        z = x @ self.Wx + h_prev @ self.Wh + self.b
        i, f, g, o = np.split(z, 4, axis=1)
        f, g, i, o = (sigmoid(f), np.tanh(g), sigmoid(i), sigmoid(o))
        clases = f * c_prev + i * g
        h = o * np.tanh(clases)
        self.cache = (x, h_prev, c_prev, f, g, i, o, clases)
        return (h, clases)

    def backward(self, dh, dc):
        x, h_prev, c_prev, f, g, i, o, clases = self.cache
        tc = np.tanh(clases)
        do = dh * tc
        dc = dc + dh * o * (1 - tc ** 2)
        df, dg, di = (dc * c_prev, dc * i, dc * g)
        dz_ = np.hstack([di * i * (1 - i), df * f * (1 - f), dg * (1 - g ** 2), do * o * (1 - o)])
        self.dWx = x.T @ dz_
        self.dWh = h_prev.T @ dz_
        self.db = dz_.sum(axis=0)
        return (dz_ @ self.Wx.T, dz_ @ self.Wh.T, dc * f)
