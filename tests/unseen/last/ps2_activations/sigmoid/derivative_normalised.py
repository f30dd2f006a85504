# mistake: the derivative is multiplied by 4 so that its largest value is 1.
# loses: derivative
class Sigmoid:
    def __call__(self, z):
        return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=float)))

    def derivative(self, z):
        f = self(z)
        return 4 * f * (1 - f)
