# mistake: What stays is divided by the share that happened to stay in this mask, where it is divided by 1 − ratio.
# loses: scale
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x
        draws = np.random.random(x.shape) if rng is None else rng.random(x.shape)
        on = draws >= self.ratio
        self.mask = on / max(on.mean(), 1e-12)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
