# mistake: slope is capped at 0.3 in __init__ ("small"), so LeakyReLU(0.5) leaks with 0.3
# loses: slope
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = min(slope, 0.3)

    def __call__(self, z):
        return np.where(np.asarray(z) > 0, z, self.slope * np.asarray(z))

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, 1.0, self.slope)
