# mistake: none: np.select and a slope kept as float under another name beside self.slope
# loses: nothing
class LeakyReLU:
    def __init__(self, slope: float = 0.01) -> None:
        self.slope = self.leck = float(slope)

    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        return np.maximum(z, 0) + self.leck * np.minimum(z, 0)

    def derivative(self, z):
        z = np.asarray(z)
        return np.where(z >= 0, 1.0, self.leck)
