# mistake: the place of the first channel's maximum gets all channels' gradients.
# loses: backward, ties
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        N, C, H, W = x.shape
        k, s = self.size, self.stride
        OH, OW = (H - k) // s + 1, (W - k) // s + 1
        out = np.zeros((N, C, OH, OW))
        self.arg = np.zeros((N, C, OH, OW), dtype=int)
        self.shape = x.shape
        for i in range(OH):
            for j in range(OW):
                window = x[:, :, i * s : i * s + k, j * s : j * s + k].reshape(N, C, -1)
                self.arg[:, :, i, j] = window.argmax(axis=2)
                out[:, :, i, j] = window.max(axis=2)
        return out

    def backward(self, dout):
        dx = np.zeros(self.shape)
        k, s = self.size, self.stride
        for n, c, i, j in np.ndindex(dout.shape):
            y, x = divmod(self.arg[n, 0, i, j], k)
            dx[n, c, i * s + y, j * s + x] += dout[n, c, i, j]
        return dx
