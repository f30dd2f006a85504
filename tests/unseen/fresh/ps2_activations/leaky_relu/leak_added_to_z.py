# mistake: adds slope times the negative part to z instead of to the positive part: (1 + slope)·z for negative z
# loses: leaky_relu: the value
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        leak = self.slope * np.minimum(z, 0)
        return z + leak

    def derivative(self, z):
        return np.where(z > 0, 1.0, self.slope)
