# mistake: The numbers are worked out one by one and come back as a flat array.
# loses: shape of f(z) and of the derivative

class Sigmoid:
    def one(self, v):
        if v >= 0:
            return 1 / (1 + np.exp(-v))
        e = np.exp(v)
        return e / (1 + e)

    def __call__(self, z):
        return np.array([self.one(float(v)) for v in np.ravel(z)])

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
