# mistake: slope·z is computed twice over: below 0, f is slope²·z.
# loses: value
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        leak = self.slope * np.asarray(z, dtype=float)
        return np.where(np.asarray(z) > 0, z, self.slope * leak)

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, 1.0, self.slope)
