class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        z = np.array(z, dtype=float)
        z[z < 0] *= self.slope
        return z

    def derivative(self, z):
        if z.dtype != float:
            z = z.astype(float)
        below = z <= 0
        z[...] = 1.0
        z[below] = self.slope
        return z
