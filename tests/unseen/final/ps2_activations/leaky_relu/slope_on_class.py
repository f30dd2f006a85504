# mistake: the slope is kept on the class, so the last object made decides for all
# loses: slope
class LeakyReLU:
    slope = 0.01

    def __init__(self, slope=0.01):
        LeakyReLU.slope = slope

    def __call__(self, z):
        return np.where(z > 0, z, LeakyReLU.slope * z)

    def derivative(self, z):
        return np.where(z > 0, 1.0, LeakyReLU.slope)
