# mistake: the derivative multiplies f(z) by f of 1 − z rather than by 1 − f(z).
# loses: derivative
class Sigmoid:
    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        return 0.5 * (1 + np.tanh(z / 2))

    def derivative(self, z):
        return self(z) * self(1 - z)
