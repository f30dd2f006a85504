class LeakyReLU:
    """The slope can be read, and not changed."""

    __slots__ = ("_slope",)

    def __init__(self, slope=0.01):
        self._slope = slope

    @property
    def slope(self):
        return self._slope

    def __call__(self, z):
        return z * self.derivative(z)

    def derivative(self, z):
        return np.piecewise(np.asarray(z, dtype=float), [z > 0], [1.0, self.slope])
