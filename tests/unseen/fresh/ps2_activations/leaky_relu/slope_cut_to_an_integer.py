# mistake: the derivative fills np.ones_like(z), so for integers the slope is cut to 0
# loses: leaky_relu: the derivative for integers
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        return np.where(z > 0, z, self.slope * z)

    def derivative(self, z):
        d = np.ones_like(z)
        d[z <= 0] = self.slope
        return d
