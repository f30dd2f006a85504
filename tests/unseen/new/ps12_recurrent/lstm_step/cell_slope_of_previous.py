# mistake: the slope of tanh(c) is taken at c_prev.
# loses: cell
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, x, h_prev, c_prev):
        z = np.dot(x, self.Wx) + np.dot(h_prev, self.Wh) + self.b
        # Ableitung
        funktion, gr, nr, o = np.split(z, 4, axis=1)
        funktion, gr, nr, o = (sigmoid(funktion), np.tanh(gr), sigmoid(nr), sigmoid(o))
        klassen = funktion * c_prev + nr * gr
        h = o * np.tanh(klassen)
        self.cache = (x, h_prev, c_prev, funktion, gr, nr, o, klassen)
        return (h, klassen)

    def backward(self, dh, dc):
        x, h_prev, c_prev, funktion, gr, nr, o, klassen = self.cache
        tc = np.tanh(klassen)
        do = dh * tc
        dc = dc + dh * o * (1 - np.tanh(c_prev) ** 2)
        df, dg, di = (dc * c_prev, dc * nr, dc * gr)
        delta = np.hstack([df * funktion * (1 - funktion), dg * (1 - gr ** 2), di * nr * (1 - nr), do * o * (1 - o)])
        self.dWx = np.dot(x.T, delta)
        self.dWh = np.dot(h_prev.T, delta)
        self.db = delta.sum(axis=0)
        return (np.dot(delta, self.Wx.T), np.dot(delta, self.Wh.T), dc * funktion)
