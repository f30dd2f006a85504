# mistake: the exponent is −z², not −z.
# loses: value
class Sigmoid:
    def __call__(self, z):
        return 1 / (1 + np.exp(-np.square(np.asarray(z, dtype=float))))

    def derivative(self, z):
        s = 0.5 * (1 + np.tanh(np.asarray(z, dtype=float) / 2))
        return s * (1 - s)
