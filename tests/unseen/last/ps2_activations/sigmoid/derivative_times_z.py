# mistake: the derivative is f(z)(1 − f(z)) times z, an inner derivative too many.
# loses: derivative
class Sigmoid:
    def __call__(self, z):
        return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))

    def derivative(self, z):
        f = self(z)
        return f * (1 - f) * np.asarray(z)
