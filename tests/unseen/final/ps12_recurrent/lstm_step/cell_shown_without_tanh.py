# mistake: The state is h = o ⊙ c, without the tanh of the cell, and backward follows that.
# loses: forward cell output_gate
class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, x, h_prev, c_prev):
        n = h_prev.shape[1]
        a = x @ self.Wx + h_prev @ self.Wh + self.b
        f, i, o = sigmoid(a[:, :n]), sigmoid(a[:, 2 * n : 3 * n]), sigmoid(a[:, 3 * n :])
        g = np.tanh(a[:, n : 2 * n])
        c = f * c_prev + i * g
        self.kept = (x, h_prev, c_prev, f, g, i, o, c)
        return o * c, c

    def backward(self, dh, dc):
        x, h_prev, c_prev, f, g, i, o, c = self.kept
        dc = dc + dh * o
        dz = np.concatenate(
            (dc * c_prev * f * (1 - f), dc * i * (1 - g * g), dc * g * i * (1 - i), dh * c * o * (1 - o)), axis=1
        )
        self.dWx = x.T @ dz
        self.dWh = h_prev.T @ dz
        self.db = dz.sum(0)
        return dz @ self.Wx.T, dz @ self.Wh.T, dc * f
