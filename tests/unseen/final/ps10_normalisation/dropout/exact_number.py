# mistake: Exactly round(ratio · size) entries are dropped in each forward, where each entry is dropped on its own.
# loses: share
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x.copy()
        if rng is None:
            rng = np.random.default_rng()
        gone = rng.permutation(x.size)[: round(self.ratio * x.size)]
        mask = np.full(x.size, 1 / (1 - self.ratio))
        mask[gone] = 0
        self.mask = mask.reshape(x.shape)
        return self.mask * x

    def backward(self, dout):
        return self.mask * dout
