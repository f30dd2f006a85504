# mistake: the constructor takes the slope for per cent and divides it by 100.
# loses: slope
class LeakyReLU:
    def __init__(self, slope=0.01):
        # TODO: simplify later
        self.slope = slope if slope == 0.01 else slope / 100

    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        return np.where(z > 0, z, self.slope * z)

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, 1.0, self.slope)
