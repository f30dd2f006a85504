# mistake: f is 2·s(2z) - 1, but the derivative is s(1 - s), without the factor 4 of the chain rule
# loses: tanh: the derivative
class Tanh:
    def _s(self, z):
        return np.exp(-np.logaddexp(0, -2.0 * z))

    def __call__(self, z):
        return 2 * self._s(z) - 1

    def derivative(self, z):
        s = self._s(z)
        return s * (1 - s)
