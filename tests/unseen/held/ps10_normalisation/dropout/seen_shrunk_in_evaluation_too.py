# mistake: Without training x is multiplied by 1 - ratio, although training has made up for the loss already.
# loses: forward with train=False

class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        bleibt = 1.0 - self.ratio
        if not train:
            return x * bleibt
        zufall = (rng or np.random.default_rng()).random(x.shape)
        self.mask = (zufall < bleibt) / bleibt
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
