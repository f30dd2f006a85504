# mistake: For stability -|z| goes into the exponential, and negative z aren't turned back: f(-z) equals f(z).
# loses: values below 0

class Sigmoid:
    def __call__(self, z):
        e = np.exp(-np.abs(z))
        return 1 / (1 + e)

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
