# mistake: the derivative is a difference quotient to the right, (f(z + h) - f(z)) / h, which is 1 at z = 0
# loses: derivative at 0
class ReLU:
    def __call__(self, z):
        return z * (z > 0) * 1.0

    def derivative(self, z, h=1e-6):
        z = np.asarray(z, dtype=float)
        steigung = (self(z + h) - self(z)) / h
        return np.round(steigung, 3)
