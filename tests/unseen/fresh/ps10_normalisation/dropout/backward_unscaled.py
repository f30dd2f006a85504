# mistake: backward lets through where the mask is on, without the factor
# loses: the way back

class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x
        rng = rng or np.random.default_rng()
        garder = rng.random(x.shape) >= self.ratio
        self.mask = garder / (1.0 - self.ratio)
        return x * self.mask

    def backward(self, dout):
        return np.where(self.mask > 0, dout, 0.0)
