# mistake: The mask is drawn as (N, D) from n, d = x.shape, so any other number of axes fails.
# loses: scale backward
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x
        n, d = x.shape
        coins = np.random.random((n, d)) if rng is None else rng.random((n, d))
        self.mask = (coins >= self.ratio) / (1 - self.ratio)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
