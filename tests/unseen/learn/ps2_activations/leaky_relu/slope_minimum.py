# mistake: the constructor doesn't take a slope below 0.01: a slope of 0 becomes 0.01.
# loses: slope
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = max(slope, 0.01)

    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        return np.where(z > 0, z, self.slope * z)

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, 1.0, self.slope)
