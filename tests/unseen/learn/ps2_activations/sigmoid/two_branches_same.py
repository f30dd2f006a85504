# mistake: of the two branches, the one for negative z forgets to put its exponential into the numerator: 1/(1 + e^z).
# loses: value
class Sigmoid:
    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        e = np.exp(-np.abs(z))
        return 1 / (1 + e)

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
