# mistake: the slope is kept on the class, so a new object changes all others
# loses: a second object with another slope

class LeakyReLU:
    def __init__(self, slope=0.01):
        LeakyReLU.slope = slope

    def __call__(self, z):
        return np.where(np.asarray(z) > 0, z, self.slope * z) * 1.0

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, 1.0, self.slope)
