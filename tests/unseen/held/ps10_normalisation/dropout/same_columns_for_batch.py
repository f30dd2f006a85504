# mistake: one draw serves all samples of the batch: an entry is dropped in every row or in none
# loses: each entry is to be dropped on its own

class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x.copy()
        generator = np.random.default_rng() if rng is None else rng
        kept = generator.random(x.shape[1:]) >= self.ratio
        self.mask = kept / (1 - self.ratio)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
