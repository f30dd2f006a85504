# mistake: The largest number of a window is looked for from 0 on, so where all are negative out is 0 and its first number counts as the largest.
# loses: forward backward stride rest ties repeated
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride or size

    def forward(self, x):
        self.x_shape = x.shape
        n, c, h, w = x.shape
        k, s = self.size, self.stride
        oh, ow = (h - k) // s + 1, (w - k) // s + 1
        out = np.zeros((n, c, oh, ow))
        self.at = np.zeros((n, c, oh, ow, 2), dtype=int)
        for i in range(oh):
            for j in range(ow):
                self.at[:, :, i, j] = (i * s, j * s)
                for a in range(k):
                    for b in range(k):
                        here = x[:, :, i * s + a, j * s + b]
                        larger = here > out[:, :, i, j]
                        out[:, :, i, j][larger] = here[larger]
                        self.at[:, :, i, j][larger] = (i * s + a, j * s + b)
        return out

    def backward(self, dout):
        dx = np.zeros(self.x_shape)
        n, c, oh, ow = dout.shape
        for index in np.ndindex(n, c, oh, ow):
            row, column = self.at[index]
            dx[index[0], index[1], row, column] += dout[index]
        return dx
