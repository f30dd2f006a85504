# mistake: the mask is kept for later forwards of the same shape, not drawn anew
# loses: the second forward

class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x
        if rng is None:
            rng = np.random.default_rng()
        if self.mask is None or self.mask.shape != x.shape:
            self.mask = rng.binomial(1, 1 - self.ratio, size=x.shape)
        return self.mask * x / (1 - self.ratio)

    def backward(self, dout):
        return self.mask * dout / (1 - self.ratio)
