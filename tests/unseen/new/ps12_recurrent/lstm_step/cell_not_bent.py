# mistake: h is o·c, without the tanh.
# loses: forward
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = (Wx, Wh, b)

    def forward(self, x, h_prev, c_prev):
        z = np.dot(x, self.Wx) + np.dot(h_prev, self.Wh) + self.b
        fonc, gr, i, o = np.split(z, 4, axis=1)
        fonc, gr, i, o = (sigmoid(fonc), np.tanh(gr), sigmoid(i), sigmoid(o))
        nb_classes = fonc * c_prev + i * gr
        h = o * nb_classes
        self.cache = (x, h_prev, c_prev, fonc, gr, i, o, nb_classes)
        return (h, nb_classes)

    def backward(self, dh, dc):
        x, h_prev, c_prev, fonc, gr, i, o, nb_classes = self.cache
        tc = np.tanh(nb_classes)
        do = dh * tc
        dc = dc + dh * o * (1 - tc ** 2)
        # calcul
        df, dg, di = (dc * c_prev, dc * i, dc * gr)
        delta_z = np.hstack([df * fonc * (1 - fonc), dg * (1 - gr ** 2), di * i * (1 - i), do * o * (1 - o)])
        self.dWx = np.dot(x.T, delta_z)
        self.dWh = np.dot(h_prev.T, delta_z)
        self.db = delta_z.sum(axis=0)
        return (np.dot(delta_z, self.Wx.T), np.dot(delta_z, self.Wh.T), dc * fonc)
