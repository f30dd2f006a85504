# mistake: the slope is kept on the class rather than on the object, so all LeakyReLUs have the one made last.
# loses: slope
class LeakyReLU:
    slope = 0.01

    def __init__(self, slope=0.01):
        LeakyReLU.slope = slope

    def __call__(self, z):
        return np.where(np.asarray(z) > 0, z, LeakyReLU.slope * np.asarray(z, dtype=float))

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, 1.0, LeakyReLU.slope)
