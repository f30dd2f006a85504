# mistake: the form is chosen by the first number of z for the whole array
# loses: large
class Sigmoid:
    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        premier = z.ravel()[0]
        if premier >= 0:
            return 1 / (1 + np.exp(-z))
        return np.exp(z) / (1 + np.exp(z))

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
