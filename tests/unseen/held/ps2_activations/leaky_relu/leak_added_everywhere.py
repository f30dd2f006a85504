# mistake: the leak is added above 0 too, where f(z) becomes (1 + slope)·z
# loses: f(z) above 0

class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = float(slope)

    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        return np.maximum(z, 0.0) + z * self.slope

    def derivative(self, z):
        positiv = np.asarray(z) > 0
        return positiv + self.slope * ~positiv
