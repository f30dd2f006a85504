# mistake: Wherever a window holds its maximum the gradient arrives, so equal maxima each get all of it.
# loses: dx where maxima are equal

class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        self.x_shape = None
        self.winner = None

    def forward(self, x):
        n, c, h, w = self.x_shape = x.shape
        s, k = self.stride, self.size
        oh, ow = (h - k) // s + 1, (w - k) // s + 1
        out = np.empty((n, c, oh, ow))
        self.winner = {}
        for i in range(oh):
            for j in range(ow):
                win = x[:, :, i * s : i * s + k, j * s : j * s + k]
                out[:, :, i, j] = win.max(axis=(2, 3))
                self.winner[i, j] = win == out[:, :, i, j][:, :, None, None]
        return out

    def backward(self, dout):
        dx = np.zeros(self.x_shape)
        s, k = self.stride, self.size
        for (i, j), where in self.winner.items():
            dx[:, :, i * s : i * s + k, j * s : j * s + k] += where * dout[:, :, i, j][:, :, None, None]
        return dx
