# mistake: The winner of a window is looked for in the first channel and taken for all channels, where each has its own.
# loses: forward backward stride rest ties repeated
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        n, c, h, w = x.shape
        k, s = self.size, self.stride
        oh, ow = (h - k) // s + 1, (w - k) // s + 1
        self.shape, self.places = x.shape, []
        out = np.zeros((n, c, oh, ow))
        for m in range(n):
            for i in range(oh):
                for j in range(ow):
                    a, b = divmod(int(x[m, 0, i * s : i * s + k, j * s : j * s + k].argmax()), k)
                    out[m, :, i, j] = x[m, :, i * s + a, j * s + b]
                    self.places.append((m, i, j, i * s + a, j * s + b))
        return out

    def backward(self, dout):
        dx = np.zeros(self.shape)
        for m, i, j, row, column in self.places:
            dx[m, :, row, column] += dout[m, :, i, j]
        return dx
