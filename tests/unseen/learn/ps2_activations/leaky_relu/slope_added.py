# mistake: below 0, the slope is added to z rather than multiplied with it.
# loses: value
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        return np.where(z > 0, z, z + self.slope)

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, 1.0, self.slope)
