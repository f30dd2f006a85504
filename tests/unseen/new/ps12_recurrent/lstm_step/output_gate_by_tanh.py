# mistake: the output gate is a tanh.
# loses: forward, cell, output_gate
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, x, h_prev, c_prev):
        z = np.matmul(x, self.Wx) + np.matmul(h_prev, self.Wh) + self.b
        fonc, gr, i, o = np.split(z, 4, axis=1)
        fonc, gr, i, o = (sigmoid(fonc), np.tanh(gr), sigmoid(i), np.tanh(o))
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
        self.dWx = np.matmul(x.T, delta_z)
        self.dWh = np.matmul(h_prev.T, delta_z)
        self.db = delta_z.sum(axis=0)
        return (np.matmul(delta_z, self.Wx.T), np.matmul(delta_z, self.Wh.T), dc * fonc)
