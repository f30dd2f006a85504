# mistake: the derivative uses the number 0.01 instead of the object's slope
# loses: leaky_relu: the derivative for another slope
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        pos = np.maximum(z, 0.0)
        neg = np.minimum(z, 0.0)
        return pos + self.slope * neg

    def derivative(self, z):
        return np.where(z > 0, 1, 0.01)
