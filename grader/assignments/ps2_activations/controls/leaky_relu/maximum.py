class LeakyReLU:
    def __init__(self, slope: float = 0.01) -> None:
        self.alpha = slope

    def __call__(self, z):
        return np.maximum(self.alpha * z, z)

    def derivative(self, z):
        return np.where(z < 0, self.alpha, 1.0)
