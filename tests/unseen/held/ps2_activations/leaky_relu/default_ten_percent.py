# mistake: the slope is 0.1 where none is given
# loses: the default

class LeakyReLU:
    def __init__(self, slope=0.1):
        self.slope = float(slope)

    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        return np.maximum(z, z * self.slope)

    def derivative(self, z):
        positiv = np.asarray(z) > 0
        return positiv + self.slope * ~positiv
