# mistake: One mask is drawn for a sample and laid over the whole batch, so each column is dropped or kept for all.
# loses: share
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio

    def forward(self, x, train=True, rng=None):
        if not train:
            return x
        rng = np.random.default_rng() if rng is None else rng
        self.mask = np.broadcast_to((rng.random(x.shape[1:]) >= self.ratio) / (1 - self.ratio), x.shape)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
