# mistake: the denominator is 2 + e^−z.
# loses: value
class Sigmoid:
    def __call__(self, z):
        z = np.clip(z, -700, 700)
        return 1 / (2 + np.exp(-z))

    def derivative(self, z):
        s = 0.5 * (1 + np.tanh(np.asarray(z, dtype=float) / 2))
        return s * (1 - s)
