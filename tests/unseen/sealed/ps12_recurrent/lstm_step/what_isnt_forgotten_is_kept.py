# mistake: the new cell mixes c_prev and the candidate by f and 1 - f, as a GRU does; the input gate isn't used and has no gradient
# loses: forward (h, c), and backward
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.kept = None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev, c_prev):
        H = c_prev.shape[-1]
        a = x @ self.Wx + h_prev @ self.Wh + self.b
        forget, candidate, output = sigmoid(a[:, :H]), np.tanh(a[:, H : 2 * H]), sigmoid(a[:, 3 * H :])
        c = forget * c_prev + (1 - forget) * candidate
        th = np.tanh(c)
        self.kept = x, h_prev, c_prev, forget, candidate, output, th
        return output * th, c

    def backward(self, dh, dc):
        x, h_prev, c_prev, f, g, o, th = self.kept
        dc = dc + dh * o * (1 - th**2)
        H = dc.shape[1]
        da = np.zeros((len(dc), 4 * H))
        da[:, :H] = dc * (c_prev - g) * f * (1 - f)
        da[:, H : 2 * H] = dc * (1 - f) * (1 - g**2)
        da[:, 3 * H :] = dh * th * o * (1 - o)
        self.dWx = x.T @ da
        self.dWh = h_prev.T @ da
        self.db = da.sum(0)
        return da @ self.Wx.T, da @ self.Wh.T, dc * f
