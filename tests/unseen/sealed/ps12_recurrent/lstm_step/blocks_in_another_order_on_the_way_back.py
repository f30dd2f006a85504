# mistake: backward puts the blocks side by side as forget, input, candidate, output; forward takes them as forget, candidate, input, output
# loses: dWx, dWh, db, dx, dh_prev
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.kept = None
        self.dWx, self.dWh, self.db = None, None, None

    def forward(self, x, h_prev, c_prev):
        N, H = h_prev.shape
        A = np.dot(x, self.Wx) + np.dot(h_prev, self.Wh) + self.b
        f = A[:, :H]
        g = A[:, H : 2 * H]
        i = A[:, 2 * H : 3 * H]
        o = A[:, 3 * H :]
        f = sigmoid(f)
        g = np.tanh(g)
        i = sigmoid(i)
        o = sigmoid(o)
        c_next = f * c_prev + g * i
        h_next = o * np.tanh(c_next)
        self.kept = (x, h_prev, c_prev, i, f, g, o, c_next)
        return h_next, c_next

    def backward(self, dh, dc):
        x, h_prev, c_prev, i, f, g, o, c_next = self.kept
        tanh_c_next = np.tanh(c_next)
        ds = dc + (dh * o) * (1 - tanh_c_next**2)
        dc_prev = ds * f
        di = ds * g * i * (1 - i)
        df = ds * c_prev * f * (1 - f)
        do = dh * tanh_c_next * o * (1 - o)
        dg = ds * i * (1 - g**2)
        dA = np.hstack((df, di, dg, do))
        self.dWh = np.dot(h_prev.T, dA)
        self.dWx = np.dot(x.T, dA)
        self.db = dA.sum(axis=0)
        return np.dot(dA, self.Wx.T), np.dot(dA, self.Wh.T), dc_prev
