# mistake: none: a coin tossed for each entry in a loop, the mask kept as a set of indices.
# loses: nothing
class Dropout:
    def __init__(self, ratio=0.5):
        self.ratio = ratio

    def forward(self, x, train=True, rng=None):
        if not train:
            return +x
        toss = np.random.rand if rng is None else rng.random
        self.mask = {index for index in np.ndindex(x.shape) if toss() >= self.ratio}
        return self._apply(x)

    def _apply(self, a):
        out = np.zeros_like(a)
        for index in self.mask:
            out[index] = a[index] / (1 - self.ratio)
        return out

    def backward(self, dout):
        return self._apply(dout)
