# mistake: Value and derivative switch where z passes the slope, not where it passes 0.
# loses: values and derivatives between 0 and slope

class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def _oben(self, z):
        return np.asarray(z) > self.slope

    def __call__(self, z):
        return np.where(self._oben(z), z, self.slope * z)

    def derivative(self, z):
        return np.where(self._oben(z), 1.0, self.slope)
