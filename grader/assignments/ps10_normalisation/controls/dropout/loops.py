import random


class Dropout:
    """Entry by entry, with a list of switches."""

    def __init__(self, ratio=0.5):
        self.ratio = ratio

    def forward(self, x, train=True, rng=None):
        draw = random.random if rng is None else rng.random
        self.on = [not train or draw() >= self.ratio for _entry in range(x.size)]
        self.factor = 1 / (1 - self.ratio) if train else 1.0
        return self.through(x)

    def through(self, values):
        result = [value * self.factor if on else 0.0 for value, on in zip(values.ravel(), self.on)]
        return np.array(result).reshape(values.shape)

    backward = through
