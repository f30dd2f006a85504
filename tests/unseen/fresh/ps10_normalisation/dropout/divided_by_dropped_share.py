# mistake: what is kept is divided by ratio, not by 1 - ratio
# loses: what stays

class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x
        rng = rng or np.random.default_rng()
        garder = rng.random(x.shape) >= self.ratio
        self.mask = garder / max(self.ratio, 1e-12)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
