# mistake: between −1 and 1, f is z itself; outside it is the sign.
# loses: value
class Tanh:
    def __call__(self, z):
        return np.clip(np.asarray(z, dtype=float), -1.0, 1.0)

    def derivative(self, z):
        return 1 - np.square(np.tanh(z))
