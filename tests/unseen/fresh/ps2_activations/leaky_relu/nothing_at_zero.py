# mistake: both sides are added up by strict comparisons, so the derivative at exactly 0 is 0
# loses: leaky_relu: the derivative at 0
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        return (z > 0) * z + (z < 0) * self.slope * z

    def derivative(self, z):
        return (z > 0) * 1.0 + (z < 0) * self.slope
