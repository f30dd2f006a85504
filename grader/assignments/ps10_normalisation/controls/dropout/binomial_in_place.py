class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio

    def forward(self, x, train=True, rng=None):
        if train:
            if rng is None:
                rng = np.random.default_rng()
            self.mask = rng.binomial(1, 1 - self.ratio, size=x.shape).astype(bool)
            x *= self.mask
            x /= 1 - self.ratio
        return x

    def backward(self, dout):
        dout[~self.mask] = 0
        dout /= 1 - self.ratio
        return dout
