# mistake: without training x is multiplied by 1 − ratio, as in the form that isn't inverted.
# loses: evaluation
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        # Ableitung
        if not train:
            self.mask = np.ones_like(x)
            return x * (1 - self.ratio)
        if rng is None:
            rng = np.random.default_rng()
        keep = 1 - self.ratio
        self.mask = (rng.random(x.shape) < keep) / keep
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
