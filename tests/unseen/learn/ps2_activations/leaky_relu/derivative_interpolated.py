# mistake: the derivative below 0 is 1 − slope.
# loses: derivative
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        return np.where(z > 0, z, z * self.slope)

    def derivative(self, z):
        pos = (np.asarray(z) > 0).astype(float)
        return pos + (1 - pos) * (1 - self.slope)
