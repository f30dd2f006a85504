# mistake: none: loops with math, two branches.
# loses: nothing
import math


class BCEWithLogits:
    def forward(self, z, t):
        self.shape, self.pairs = z.shape, list(zip(z.ravel().tolist(), t.ravel().tolist()))
        return math.fsum(t * self._softplus(-z) + (1 - t) * self._softplus(z) for z, t in self.pairs) / len(self.pairs)

    @staticmethod
    def _softplus(z):
        return z + math.log1p(math.exp(-z)) if z > 0 else math.log1p(math.exp(z))

    @staticmethod
    def _sigmoid(z):
        return 1 / (1 + math.exp(-z)) if z > 0 else 1 - 1 / (1 + math.exp(z))

    def backward(self, dout=1):
        n = len(self.pairs)
        return np.array([dout * (self._sigmoid(z) - t) / n for z, t in self.pairs]).reshape(self.shape)
