# mistake: derivative tests f(z) > slope in place of z > 0, so small positive z get the slope of the left side
# loses: derivative
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        return np.where(z > 0, z, self.slope * z)

    def derivative(self, z):
        a = self(z)
        return np.where(a > self.slope, 1.0, self.slope)
