# mistake: the derivative above 0 is 1 + slope.
# loses: derivative
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        return np.where(z > 0, z, self.slope * z)

    def derivative(self, z):
        return self.slope + (np.asarray(z) > 0) * 1.0
