# mistake: below 0, f is the constant −slope.
# loses: value
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        z = np.array(z, dtype=float)
        return np.where(z > 0, z, np.where(z < 0, -self.slope, 0.0))

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, 1.0, self.slope)
