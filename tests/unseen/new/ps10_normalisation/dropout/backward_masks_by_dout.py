# mistake: backward draws a new mask.
# loses: backward
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
        self.mask = (rng.random(x.shape) < keep) / keep
        return x * self.mask

    def backward(self, dout):
        keep = 1 - self.ratio
        return dout * (np.random.default_rng(1).random(dout.shape) < keep) / keep
