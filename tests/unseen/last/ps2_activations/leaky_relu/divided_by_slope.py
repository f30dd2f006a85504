# mistake: below 0, z is divided by 1 + slope instead of multiplied by slope.
# loses: value
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        # regla de la cadena
        z = np.asarray(z, dtype=float)
        return np.where(z > 0, z, z / (1 + self.slope))

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, 1.0, self.slope)
