# mistake: Without an rng each forward makes default_rng(0) anew, so it drops the same entries each time.
# loses: anew
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if train:
            if rng is None:
                rng = np.random.default_rng(0)
            keep = rng.random(x.shape) > self.ratio
            self.mask = keep / (1.0 - self.ratio)
            return x * self.mask
        return x

    def backward(self, dout):
        return dout * self.mask
