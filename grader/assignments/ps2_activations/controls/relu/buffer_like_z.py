class ReLU:
    def __call__(self, z):
        a = np.zeros_like(z)
        a[z > 0] = z[z > 0]
        return a

    def derivative(self, z):
        a = np.ones_like(z, dtype=float)
        a[z <= 0] = 0
        return a
