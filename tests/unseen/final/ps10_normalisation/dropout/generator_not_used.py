# mistake: The coins come from np.random also where an rng is given.
# loses: generator
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if train:
            self.mask = (np.random.rand(*x.shape) > self.ratio) / (1 - self.ratio)
            return x * self.mask
        return x

    def backward(self, dout):
        return dout * self.mask
