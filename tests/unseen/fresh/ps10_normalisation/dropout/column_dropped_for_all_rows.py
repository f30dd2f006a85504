# mistake: one row of coins is drawn for the whole batch
# loses: each entry on its own

class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x
        rng = rng or np.random.default_rng()
        garder = rng.random(x.shape[1:]) >= self.ratio
        self.mask = garder / (1.0 - self.ratio)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
