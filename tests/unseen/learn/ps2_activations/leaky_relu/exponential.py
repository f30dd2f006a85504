# mistake: below 0, f is slope·(e^z − 1), which is an ELU.
# loses: value
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        return np.where(z > 0, z, self.slope * (np.exp(np.minimum(z, 0)) - 1))

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, 1.0, self.slope)
