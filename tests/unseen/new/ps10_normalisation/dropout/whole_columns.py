# mistake: one draw is made for each column, so whole columns are dropped.
# loses: share
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        # see the lesson
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            self.mask = np.ones_like(x)
            return x.copy()
        if rng is None:
            rng = np.random.default_rng()
        keep = 1 - self.ratio
        self.mask = (rng.random(x.shape[-1]) < keep) / keep
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
