# mistake: slope is applied a second time to what is below −1: slope²·z there
# loses: value
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        a = np.where(np.asarray(z) > 0, z, self.slope * np.asarray(z))
        return np.where(np.asarray(z) < -1, self.slope * a, a)

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, 1.0, self.slope)
