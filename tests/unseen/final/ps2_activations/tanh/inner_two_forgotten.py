# mistake: by way of the sigmoid: the slope of 2σ(2z) − 1 without the inner 2, so half of what it is
# loses: derivative
class Tanh:
    @staticmethod
    def _sigma(v):
        return np.exp(-np.logaddexp(0, -v))

    def __call__(self, z):
        return 2 * self._sigma(2 * np.asarray(z)) - 1

    def derivative(self, z):
        s = self._sigma(2 * np.asarray(z))
        return 2 * s * (1 - s)
