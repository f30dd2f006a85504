# mistake: One coin is tossed for each row, so a row is dropped or kept as a whole, where each entry is dropped on its own.
# loses: share
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x
        rng = np.random if rng is None else rng
        coins = rng.random((len(x),) + (1,) * (x.ndim - 1))
        self.mask = (coins >= self.ratio) / (1 - self.ratio) * np.ones_like(x)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
