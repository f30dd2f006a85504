# mistake: The mask is drawn in the first forward and used again as long as the shape of x is the same.
# loses: anew
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x
        if self.mask is None or self.mask.shape != x.shape:
            rng = rng or np.random.default_rng()
            self.mask = rng.binomial(1, 1 - self.ratio, x.shape) / (1 - self.ratio)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
