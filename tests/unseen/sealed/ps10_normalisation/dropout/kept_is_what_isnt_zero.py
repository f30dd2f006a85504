# mistake: backward takes the entries of out that aren't 0 for the kept ones; where x was 0 itself, a kept entry loses its gradient
# loses: backward (kept entries where x is 0)
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio
        self.mask = None

    def forward(self, x, train=True, rng=None):
        if not train:
            return x
        gen = rng or np.random.default_rng()
        dropped = gen.uniform(size=x.shape) < self.ratio
        out = np.where(dropped, 0.0, x / (1 - self.ratio))
        self.mask = out != 0
        return out

    def backward(self, dout):
        return np.where(self.mask, dout / (1 - self.ratio), 0.0)
