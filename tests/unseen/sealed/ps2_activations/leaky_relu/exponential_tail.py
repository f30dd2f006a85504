# mistake: below 0 the value bends like an ELU, slope * (e^z - 1)
# loses: value
class LeakyReLU:
    """Leaky, number by number."""

    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        negative = self.slope * np.expm1(np.minimum(z, 0))
        return np.where(z > 0, z, negative)

    def derivative(self, z):
        return np.where(z > 0, 1.0, self.slope)
