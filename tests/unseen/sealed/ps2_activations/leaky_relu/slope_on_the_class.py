# mistake: the slope is kept on the class, so each new object changes that of all others
# loses: a slope of its own for each object
class LeakyReLU:
    slope = 0.01

    def __init__(self, slope=0.01):
        LeakyReLU.slope = slope

    def __call__(self, z):
        return np.where(z > 0, z, LeakyReLU.slope * z)

    def derivative(self, z):
        return np.where(z > 0, 1.0, LeakyReLU.slope)
