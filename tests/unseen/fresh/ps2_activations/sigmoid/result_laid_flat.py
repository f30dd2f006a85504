# mistake: goes through z.ravel() number by number and never gives the result its shape back
# loses: sigmoid: the shape of value and derivative for every z that is not a vector
import math


class Sigmoid:
    def _one(self, v):
        if v >= 0:
            return 1 / (1 + math.exp(-v))
        e = math.exp(v)
        return e / (1 + e)

    def __call__(self, z):
        return np.array([self._one(v) for v in np.ravel(z)])

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
