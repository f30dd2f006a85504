# mistake: the exponential has base 10.
# loses: value
class Sigmoid:
    def __call__(self, z):
        z = np.clip(z, -300, 300)
        return 1.0 / (1.0 + 10.0 ** (-z))

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
