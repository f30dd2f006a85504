# mistake: one negative number makes the whole array take the form exp(z) / (1 + exp(z)), which overflows to NaN for large z
# loses: value at large z
class Sigmoid:
    """f(z) = 1 / (1 + exp(-z)), between 0 and 1, number by number."""

    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        if np.any(z < 0):
            e = np.exp(z)
            return e / (1 + e)
        return 1 / (1 + np.exp(-z))

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
