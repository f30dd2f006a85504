# mistake: beyond |z| > 2.5 the "hard sigmoid" takes over and gives exactly 0 or 1
# loses: value
class Sigmoid:
    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        a = np.exp(-np.logaddexp(0, -z))
        return np.where(z > 2.5, 1.0, np.where(z < -2.5, 0.0, a))

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
