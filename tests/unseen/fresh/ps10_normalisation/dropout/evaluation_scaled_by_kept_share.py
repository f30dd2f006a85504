# mistake: evaluation multiplies by 1 - ratio, although training has already made up for it
# loses: evaluation

class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x * (1 - self.ratio)
        rng = rng or np.random.default_rng()
        garder = rng.random(x.shape) >= self.ratio
        self.mask = garder / (1.0 - self.ratio)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
