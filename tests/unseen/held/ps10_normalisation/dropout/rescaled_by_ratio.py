# mistake: kept entries are divided by the ratio dropped instead of the ratio kept
# loses: the values of kept entries for a ratio other than 0.5

class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x.copy()
        generator = np.random.default_rng() if rng is None else rng
        kept = generator.random(x.shape) >= self.ratio
        self.mask = kept / self.ratio if self.ratio else kept * 1.0
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
