# mistake: the derivative is f(z) − f(z)³ rather than f(z) − f(z)².
# loses: derivative
class Sigmoid:
    def __call__(self, z):
        return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=float)))

    def derivative(self, z):
        s = self(z)
        return s - s ** 3
