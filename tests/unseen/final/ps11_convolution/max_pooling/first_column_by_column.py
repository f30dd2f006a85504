# mistake: Of equal maxima the first column by column gets the gradient, where it is the first row by row.
# loses: ties
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.x_shape = x.shape
        windows = np.lib.stride_tricks.sliding_window_view(x, (self.size, self.size), axis=(2, 3))
        windows = windows[:, :, :: self.stride, :: self.stride].swapaxes(-1, -2)
        flat = windows.reshape(*windows.shape[:4], -1)
        self.winner = flat.argmax(axis=-1)
        return flat.max(axis=-1)

    def backward(self, dout):
        dx = np.zeros(self.x_shape)
        n, c, i, j = np.indices(dout.shape)
        b, a = np.divmod(self.winner, self.size)
        np.add.at(dx, (n, c, i * self.stride + a, j * self.stride + b), dout)
        return dx
