# mistake: below 0 the derivative is slope * z, the value, and not slope
# loses: derivative
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.alpha = slope

    def __call__(self, z):
        return np.where(z > 0, z, self.alpha * z)

    def derivative(self, z):
        d = np.array(z, dtype=float)
        d[d > 0] = 1.0
        d[d <= 0] *= self.alpha
        return d
