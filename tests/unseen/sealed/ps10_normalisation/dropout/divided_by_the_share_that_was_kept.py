# mistake: kept entries are divided by the share that this draw happened to keep, not by 1 - ratio
# loses: scale, backward
class Dropout:
    """Switches numbers off at random, and makes up for it."""

    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x
        if rng is None:
            rng = np.random.default_rng()
        kept = (rng.random(x.shape) >= self.ratio).astype(float)
        share = kept.mean()
        self.mask = kept / share if share > 0 else kept
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
