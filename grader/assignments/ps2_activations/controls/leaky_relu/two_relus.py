def positive(z):
    return np.maximum(0.0, z)


class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        return positive(z) - self.slope * positive(-z)

    def derivative(self, z):
        return self.slope + (1.0 - self.slope) * (z > 0)
