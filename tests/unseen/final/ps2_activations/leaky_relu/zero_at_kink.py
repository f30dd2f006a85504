# mistake: np.sign is used for the slope's sides, so at exactly z = 0 the derivative is 0, neither slope nor 1
# loses: derivative
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        return np.where(np.asarray(z) > 0, z, np.asarray(z) * self.slope)

    def derivative(self, z):
        return (np.sign(z) == 1) * 1.0 + (np.sign(z) == -1) * self.slope
