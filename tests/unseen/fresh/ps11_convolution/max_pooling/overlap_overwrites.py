# mistake: where windows overlap, the gradient of the last window replaces what was there
# loses: backward, stride smaller than size

class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride if stride is not None else size

    def forward(self, x):
        n, c, h, w = x.shape
        k, s = self.size, self.stride
        oh, ow = (h - k) // s + 1, (w - k) // s + 1
        self.x_shape = x.shape
        self.winner = np.zeros((n, c, oh, ow), dtype=int)
        out = np.zeros((n, c, oh, ow))
        for i in range(oh):
            for j in range(ow):
                window = x[:, :, i * s : i * s + k, j * s : j * s + k].reshape(n, c, k * k)
                self.winner[:, :, i, j] = window.argmax(axis=2)
                out[:, :, i, j] = window.max(axis=2)
        return out

    def backward(self, dout):
        n, c, oh, ow = dout.shape
        dx = np.zeros(self.x_shape)
        for a in range(n):
            for b in range(c):
                for i in range(oh):
                    for j in range(ow):
                        row, column = divmod(self.winner[a, b, i, j], self.size)
                        dx[a, b, i * self.stride + row, j * self.stride + column] = dout[a, b, i, j]
        return dx
