class RNNStep:
    """Both products as one: [x, h_prev] · [Wx; Wh]."""

    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, x, h_prev):
        self.both = np.concatenate([x, h_prev], axis=1)
        self.out = np.tanh(np.dot(self.both, np.vstack([self.Wx, self.Wh])) + self.b)
        return self.out.copy()

    def backward(self, dh):
        D = self.Wx.shape[0]
        through = dh - dh * self.out * self.out
        dW = np.dot(self.both.T, through)
        self.dWx, self.dWh = dW[:D], dW[D:]
        self.db = np.add.reduce(through, axis=0)
        dboth = np.dot(through, np.vstack([self.Wx, self.Wh]).T)
        return [dboth[:, :D], dboth[:, D:]]
