# mistake: the search for the largest begins at 0, so that a window of negative numbers gives 0, and its gradient goes to its first pixel
# loses: forward, backward for windows with negative numbers only
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        self.x_shape = None
        self.winner = None

    def forward(self, x):
        self.x_shape = x.shape
        n, c, h, w = x.shape
        oh = (h - self.size) // self.stride + 1
        ow = (w - self.size) // self.stride + 1
        best = np.zeros((n, c, oh, ow))
        self.winner = np.zeros((n, c, oh, ow), dtype=int)
        for k in range(self.size**2):
            i, j = k // self.size, k % self.size
            here = x[:, :, i : i + oh * self.stride : self.stride, j : j + ow * self.stride : self.stride]
            better = here > best
            best = np.where(better, here, best)
            self.winner = np.where(better, k, self.winner)
        return best

    def backward(self, dout):
        n, c, oh, ow = dout.shape
        dx = np.zeros(self.x_shape)
        for k in range(self.size**2):
            i, j = k // self.size, k % self.size
            dx[:, :, i : i + oh * self.stride : self.stride, j : j + ow * self.stride : self.stride] += dout * (self.winner == k)
        return dx
