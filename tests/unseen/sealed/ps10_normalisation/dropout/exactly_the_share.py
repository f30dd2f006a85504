# mistake: exactly round(ratio · size) entries are dropped each time, drawn without replacement, in place of each by itself
# loses: each entry dropped on its own (how many are dropped never varies)
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x
        if rng is None:
            rng = np.random.default_rng()
        k = int(round(self.ratio * x.size))
        weg = rng.choice(x.size, size=k, replace=False)
        flach = np.full(x.size, 1.0 / (1.0 - self.ratio))
        flach[weg] = 0.0
        self.mask = flach.reshape(x.shape)
        return x * self.mask

    def backward(self, dout):
        return self.mask * dout
