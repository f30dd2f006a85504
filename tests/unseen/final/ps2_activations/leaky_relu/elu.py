# mistake: left of 0 the exponential unit, slope·(e^z − 1), in place of slope·z
# loses: value
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        return np.where(z > 0, z, self.slope * np.expm1(np.minimum(z, 0)))

    def derivative(self, z):
        return np.where(z > 0, 1.0, self.slope)
