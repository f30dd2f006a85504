# mistake: none: np.vectorize of a plain Python function with math.exp, otypes given
# loses: nothing
import math


def _s(v):
    return 1 / (1 + math.exp(-v)) if v >= 0 else math.exp(v) / (1 + math.exp(v))


class Sigmoid:
    def __call__(self, z):
        return np.vectorize(_s, otypes=[float])(z)

    def derivative(self, z):
        a = self(z)
        return a - a**2
