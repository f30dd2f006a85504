# mistake: dx is made in forward and added to in backward, so a second backward gives the double.
# loses: repeated
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        n, c, h, w = x.shape
        k, s = self.size, self.stride
        self.dx = np.zeros(x.shape)
        oh, ow = (h - k) // s + 1, (w - k) // s + 1
        out = np.empty((n, c, oh, ow))
        for i in range(oh):
            for j in range(ow):
                out[:, :, i, j] = x[:, :, i * s : i * s + k, j * s : j * s + k].max(axis=(2, 3))
        self.x = x.copy()
        return out

    def backward(self, dout):
        k, s = self.size, self.stride
        n, c, oh, ow = dout.shape
        for m in range(n):
            for ch in range(c):
                for i in range(oh):
                    for j in range(ow):
                        window = self.x[m, ch, i * s : i * s + k, j * s : j * s + k]
                        a, b = np.unravel_index(window.argmax(), window.shape)
                        self.dx[m, ch, i * s + a, j * s + b] += dout[m, ch, i, j]
        return self.dx
