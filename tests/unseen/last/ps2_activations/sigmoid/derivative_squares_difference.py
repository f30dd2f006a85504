# mistake: the derivative is (f(z) − f(z)²)².
# loses: derivative
class Sigmoid:
    def __call__(self, z):
        return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))

    def derivative(self, z):
        a = self(z)
        d = a - a ** 2
        return d ** 2
