# mistake: against overflow |z| stands in the exponent for all z, so negative z give the value of -z
# loses: value
class Sigmoid:
    """f(z) = 1 / (1 + exp(-z))."""

    def __call__(self, z):
        return 1.0 / (1.0 + np.exp(-np.abs(z)))

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
