# mistake: the mask is drawn once for the last axis and holds for the whole batch, so that whole columns are dropped
# loses: each entry dropped on its own
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x
        rng = np.random.default_rng() if rng is None else rng
        keep = rng.random(x.shape[-1]) >= self.ratio
        self.mask = np.broadcast_to(keep / (1 - self.ratio), x.shape)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
