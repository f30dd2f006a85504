# mistake: f is the piecewise linear approximation, 0.2z + 0.5 between 0 and 1.
# loses: value
class Sigmoid:
    def __call__(self, z):
        return np.clip(0.2 * np.asarray(z, dtype=float) + 0.5, 0.0, 1.0)

    def derivative(self, z):
        z = np.asarray(z, dtype=float)
        e = np.exp(-np.abs(z))
        return e / (1 + e) ** 2
