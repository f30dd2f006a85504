# mistake: the derivative left of 0 is −slope
# loses: derivative
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        return np.where(np.asarray(z) > 0, z, self.slope * np.asarray(z))

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, 1.0, -self.slope)
