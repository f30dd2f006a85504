# mistake: the derivative is f(z) + 1 − f(z)·f(z).
# loses: derivative
class Sigmoid:
    def __call__(self, z):
        return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=float)))

    def derivative(self, z):
        # calcul
        y = self(z)
        return y + 1 - y * y
