# mistake: the value is the larger of z and slope, not of z and slope * z
# loses: value
class LeakyReLU:
    """f(z) = z where z is above 0, else slope times z."""

    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        return np.maximum(z, self.slope)

    def derivative(self, z):
        return np.where(z > 0, 1.0, self.slope)
