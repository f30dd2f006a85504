# mistake: backward takes as kept what is not 0 in out, so an entry of x that was 0 and kept gets no gradient.
# loses: backward
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None
        self.out = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x
        random = (rng or np.random).random
        self.mask = random(x.shape) >= self.ratio
        self.out = np.where(self.mask, x / (1 - self.ratio), 0.0)
        return self.out

    def backward(self, dout):
        return np.where(self.out != 0, dout / (1 - self.ratio), 0.0)
