# mistake: the value is max(slope, z): the slope is taken as a lowest value and not as a factor
# loses: leaky_relu: the value
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        return np.maximum(self.slope, z)

    def derivative(self, z):
        return np.where(z > 0, 1.0, self.slope)
