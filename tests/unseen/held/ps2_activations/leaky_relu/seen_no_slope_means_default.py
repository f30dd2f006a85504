# mistake: A slope of 0 is taken for none given, and 0.01 put in its place.
# loses: slope 0

class LeakyReLU:
    def __init__(self, slope=0.01):
        if not slope:
            slope = 0.01
        self.slope = slope

    def __call__(self, z):
        return np.maximum(0.0, z) + self.slope * np.minimum(0.0, z)

    def derivative(self, z):
        return np.where(z > 0, 1.0, self.slope)
