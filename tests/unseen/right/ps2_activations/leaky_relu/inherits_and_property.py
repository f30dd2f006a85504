# mistake: none: slope as a read-only property, derivative at 0 is 1 (allowed)
# loses: nothing
class LeakyReLU:
    def __init__(self, slope=0.01):
        self._slope = slope

    @property
    def slope(self):
        return self._slope

    def __call__(self, z):
        return np.asarray(z) * self.derivative(z)

    def derivative(self, z):
        return np.where(np.less(z, 0), self.slope, 1.0)
