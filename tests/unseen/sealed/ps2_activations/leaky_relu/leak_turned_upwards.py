# mistake: below 0 the value is slope * |z|, positive on both sides
# loses: value
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        factor = np.where(z > 0, 1.0, self.slope)
        return factor * np.abs(z)

    def derivative(self, z):
        return np.where(z > 0, 1.0, self.slope)
