# mistake: derivative has 0.01 written in where self.slope should stand; __call__ takes the slope.
# loses: slope
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        return np.where(z > 0, z, self.slope * z)

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, 1.0, 0.01)
