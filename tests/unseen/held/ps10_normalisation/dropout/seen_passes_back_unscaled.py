# mistake: backward lets the kept entries through as they are, without the division by 1 - ratio.
# loses: backward

class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x
        if rng is None:
            rng = np.random.default_rng()
        self.mask = rng.uniform(size=x.shape) > self.ratio
        return np.where(self.mask, x, 0.0) / (1 - self.ratio)

    def backward(self, dout):
        return np.where(self.mask, dout, 0.0)
