# mistake: a mask is drawn at the first forward and kept as long as the shape stays the same
# loses: drawn anew each forward
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x
        if self.mask is None or self.mask.shape != x.shape:
            r = rng if rng is not None else np.random.default_rng()
            self.mask = r.binomial(1, 1 - self.ratio, x.shape) / (1 - self.ratio)
        return self.mask * x

    def backward(self, dout):
        return self.mask * dout
