# mistake: the input gate is 1 − f in forward.
# loses: forward, candidate, input_gate
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, x, h_prev, c_prev):
        z = x.dot(self.Wx) + h_prev.dot(self.Wh) + self.b
        fonc, gr, i, o = np.split(z, 4, axis=1)
        fonc, gr, i, o = (sigmoid(fonc), np.tanh(gr), sigmoid(i), sigmoid(o))
        i = 1 - fonc
        nb_classes = fonc * c_prev + i * gr
        h = o * np.tanh(nb_classes)
        self.cache = (x, h_prev, c_prev, fonc, gr, i, o, nb_classes)
        return (h, nb_classes)

    def backward(self, dh, dc):
        x, h_prev, c_prev, fonc, gr, i, o, nb_classes = self.cache
        tc = np.tanh(nb_classes)
        do = dh * tc
        dc = dc + dh * o * (1 - tc ** 2)
        df, dg, di = (dc * c_prev, dc * i, dc * gr)
        delta_z = np.hstack([df * fonc * (1 - fonc), dg * (1 - gr ** 2), di * i * (1 - i), do * o * (1 - o)])
        self.dWx = x.T.dot(delta_z)
        self.dWh = h_prev.T.dot(delta_z)
        self.db = delta_z.sum(axis=0)
        return (delta_z.dot(self.Wx.T), delta_z.dot(self.Wh.T), dc * fonc)
