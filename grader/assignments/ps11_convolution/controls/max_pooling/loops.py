class MaxPooling:
    """Window by window; notes where each maximum stood."""

    def __init__(self, size, stride=None):
        self.size, self.step = size, size if stride is None else stride

    def forward(self, x):
        n, c, h, w = self.shape = x.shape
        tops, lefts = range(0, h - self.size + 1, self.step), range(0, w - self.size + 1, self.step)
        out, self.best = np.empty((n, c, len(tops), len(lefts))), {}
        for i in range(n):
            for j in range(c):
                for a, top in enumerate(tops):
                    for b, left in enumerate(lefts):
                        best = (top, left)
                        for y in range(top, top + self.size):
                            for z in range(left, left + self.size):
                                if x[i, j, y, z] > x[(i, j, *best)]:
                                    best = (y, z)
                        self.best[i, j, a, b] = (i, j, *best)
                        out[i, j, a, b] = x[(i, j, *best)]
        return out

    def backward(self, dout):
        dx = np.zeros(self.shape)
        for place, pixel in self.best.items():
            dx[pixel] += dout[place]
        return dx
