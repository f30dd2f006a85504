# mistake: below 0 the derivative is slope times z, the function's own value
# loses: the derivative below 0

class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        return np.where(np.asarray(z) > 0, z, self.slope * z) * 1.0

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, 1.0, self.slope * z)
