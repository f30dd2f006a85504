# mistake: what is dropped becomes the mean of x rather than 0.
# loses: scale, share, backward, anew, generator
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        # Ableitung
        if not train:
            self.mask = np.ones_like(x)
            return x.copy()
        if rng is None:
            rng = np.random.default_rng()
        keep = 1 - self.ratio
        self.mask = (rng.random(x.shape) < keep) / keep
        return np.where(self.mask > 0, x * self.mask, x.mean())

    def backward(self, dout):
        return dout * self.mask
