# mistake: the leak is written into a copy of z, which for whole numbers cuts slope * z to a whole number
# loses: integers
class LeakyReLU:
    """f(z) = z where z is above 0, else slope times z, number by number."""

    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        out = np.array(z)
        below = out < 0
        out[below] = self.slope * out[below]
        return out

    def derivative(self, z):
        d = np.ones(np.shape(z))
        d[np.asarray(z) <= 0] = self.slope
        return d
