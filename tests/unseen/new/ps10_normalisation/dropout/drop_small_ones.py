# mistake: the smallest entries are dropped, nothing is drawn.
# loses: share, anew, generator
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
        self.mask = (np.abs(x) >= np.quantile(np.abs(x), self.ratio)) / keep
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
