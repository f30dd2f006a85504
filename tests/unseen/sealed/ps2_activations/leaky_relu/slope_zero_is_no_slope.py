# mistake: a slope of 0 counts as not given (slope or 0.01)
# loses: value and derivative for slope 0
class LeakyReLU:
    def __init__(self, slope=None):
        self.slope = slope or 0.01

    def __call__(self, z):
        return np.maximum(0.0, z) + self.slope * np.minimum(0.0, z)

    def derivative(self, z):
        return (z > 0) + self.slope * (z <= 0)
