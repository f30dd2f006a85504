# mistake: kept entries are divided by the root of 1 - ratio, which keeps the squares and not the mean
# loses: scale, backward
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if train:
            source = np.random if rng is None else rng
            self.mask = (source.random(np.shape(x)) > self.ratio) / np.sqrt(1 - self.ratio)
            return x * self.mask
        return x

    def backward(self, dout):
        return dout * self.mask
