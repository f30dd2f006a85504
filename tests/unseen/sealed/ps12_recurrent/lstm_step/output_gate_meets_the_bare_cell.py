# mistake: the gradient of the output gate is dh · c, where dh · tanh(c) is due
# loses: the output gate's block of dWx, dWh, db; dx, dh_prev
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.kept = None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev, c_prev):
        zf, zg, zi, zo = np.split(np.dot(x, self.Wx) + np.dot(h_prev, self.Wh) + self.b, 4, axis=1)
        f, g, i, o = sigmoid(zf), np.tanh(zg), sigmoid(zi), sigmoid(zo)
        c = f * c_prev + g * i
        tc = np.tanh(c)
        self.kept = dict(x=x, h=h_prev, cp=c_prev, f=f, g=g, i=i, o=o, c=c, tc=tc)
        return o * tc, c

    def backward(self, dh, dc):
        k = self.kept
        total = dc + dh * k["o"] * (1 - k["tc"] ** 2)
        dzo = dh * k["c"] * k["o"] * (1 - k["o"])
        dzf = total * k["cp"] * k["f"] * (1 - k["f"])
        dzi = total * k["g"] * k["i"] * (1 - k["i"])
        dzg = total * k["i"] * (1 - k["g"] ** 2)
        dz = np.concatenate((dzf, dzg, dzi, dzo), axis=1)
        self.dWx, self.dWh, self.db = np.dot(k["x"].T, dz), np.dot(k["h"].T, dz), np.sum(dz, 0)
        return np.dot(dz, self.Wx.T), np.dot(dz, self.Wh.T), total * k["f"]
