# mistake: the way from h to c leaves out the output gate
# loses: dc_prev and the gradients of three gates

class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.kept = None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev, c_prev):
        H = h_prev.shape[1]
        summe = np.dot(x, self.Wx) + np.dot(h_prev, self.Wh) + self.b
        tore = sigmoid(summe)
        vergessen, eingabe, ausgabe = tore[:, :H], tore[:, 2 * H : 3 * H], tore[:, 3 * H :]
        kandidat = np.tanh(summe[:, H : 2 * H])
        c = vergessen * c_prev + eingabe * kandidat
        tanh_c = np.tanh(c)
        self.kept = x, h_prev, c_prev, vergessen, kandidat, eingabe, ausgabe, tanh_c
        return ausgabe * tanh_c, c

    def backward(self, dh, dc):
        x, h_prev, c_prev, vergessen, kandidat, eingabe, ausgabe, tanh_c = self.kept
        H = dh.shape[1]
        dc_ganz = dc + dh * (1 - tanh_c * tanh_c)
        dz = np.empty((dh.shape[0], 4 * H))
        dz[:, :H] = dc_ganz * c_prev * vergessen * (1 - vergessen)
        dz[:, H : 2 * H] = dc_ganz * eingabe * (1 - kandidat * kandidat)
        dz[:, 2 * H : 3 * H] = dc_ganz * kandidat * eingabe * (1 - eingabe)
        dz[:, 3 * H :] = dh * tanh_c * ausgabe * (1 - ausgabe)
        self.dWx, self.dWh, self.db = np.dot(x.T, dz), np.dot(h_prev.T, dz), dz.sum(0)
        return np.dot(dz, self.Wx.T), np.dot(dz, self.Wh.T), dc_ganz * vergessen
