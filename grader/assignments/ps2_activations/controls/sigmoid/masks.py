class Sigmoid:
    def __call__(self, z):
        z = np.asarray(z)
        a = np.zeros(z.shape, dtype=float)
        up = z >= 0
        a[up] = 1 / (1 + np.exp(-z[up]))
        power = np.exp(z[~up])
        a[~up] = power / (1 + power)
        return a

    def derivative(self, z):
        small = np.exp(-np.abs(z))
        return small / (1 + small) ** 2
