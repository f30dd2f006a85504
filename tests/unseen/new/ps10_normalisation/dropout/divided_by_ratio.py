# mistake: kept entries are divided by the ratio, not by 1 − ratio.
# loses: scale
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            self.mask = np.ones_like(x)
            return x.copy()
        if rng is None:
            rng = np.random.default_rng()
        keep = 1 - self.ratio
        self.mask = (rng.random(x.shape) < keep) / self.ratio
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
