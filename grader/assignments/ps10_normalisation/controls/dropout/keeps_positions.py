class Dropout:
    """Remembers where it dropped, as numbers of entries; multiplies anew on the way back."""

    def __init__(self, ratio=0.5):
        self.keep = 1.0 - ratio

    def forward(self, x, train=True, rng=None):
        if train is False:
            self.gone = np.array([], dtype=int)
            return np.array(x)
        generator = rng or np.random.default_rng()
        self.gone = np.flatnonzero(generator.uniform(size=x.size) > self.keep)
        out = x.flatten() / self.keep
        out[self.gone] = 0.0
        return out.reshape(x.shape)

    def backward(self, dout):
        dx = dout.flatten() / self.keep
        dx[self.gone] = 0.0
        return dx.reshape(dout.shape)
