# mistake: __init__ stores the slope on the class, so the last object made decides for all
# loses: leaky_relu: a slope of its own for each object
class LeakyReLU:
    slope = 0.01

    def __init__(self, slope=0.01):
        LeakyReLU.slope = slope

    def __call__(self, z):
        return np.where(z > 0, z, LeakyReLU.slope * z)

    def derivative(self, z):
        return np.where(z > 0, 1.0, LeakyReLU.slope)
