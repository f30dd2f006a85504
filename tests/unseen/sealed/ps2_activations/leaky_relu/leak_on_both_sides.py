# mistake: slope * z is added to max(0, z) everywhere, so that positive z come out as (1 + slope) * z
# loses: value
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        return np.maximum(0.0, z) + self.slope * z

    def derivative(self, z):
        return np.where(np.greater(z, 0), 1.0, self.slope)
