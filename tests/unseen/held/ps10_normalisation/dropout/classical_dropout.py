# mistake: evaluation multiplies by 1 - ratio as in the older kind of dropout, though training has divided already
# loses: forward with train=False

class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x * (1 - self.ratio)
        if rng is None:
            rng = np.random.default_rng()
        self.mask = rng.binomial(1, 1 - self.ratio, size=x.shape)
        return self.mask * x / (1 - self.ratio)

    def backward(self, dout):
        return self.mask * dout / (1 - self.ratio)
