# mistake: Where windows overlap the later one's gradient replaces the earlier one's, where they should add up.
# loses: dx with a stride smaller than the size

class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride or size
        self.x_shape = None
        self.winner = None

    def forward(self, x):
        self.x_shape = x.shape
        N, C, H, W = x.shape
        OH = (H - self.size) // self.stride + 1
        OW = (W - self.size) // self.stride + 1
        out = np.zeros((N, C, OH, OW))
        self.winner = np.zeros((N, C, OH, OW), dtype=int)
        for i in range(OH):
            for j in range(OW):
                a, b = i * self.stride, j * self.stride
                fenster = x[:, :, a : a + self.size, b : b + self.size].reshape(N, C, -1)
                self.winner[:, :, i, j] = fenster.argmax(axis=2)
                out[:, :, i, j] = fenster.max(axis=2)
        return out

    def backward(self, dout):
        dx = np.zeros(self.x_shape)
        for n, c, i, j in np.ndindex(dout.shape):
            dy, dxx = divmod(self.winner[n, c, i, j], self.size)
            dx[n, c, i * self.stride + dy, j * self.stride + dxx] = dout[n, c, i, j]
        return dx
