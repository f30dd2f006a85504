# mistake: tanh is written as 2 * sigmoid(z) - 1, with z and not 2z in the sigmoid
# loses: value
class Tanh:
    """f(z) = tanh(z)."""

    def __call__(self, z):
        sig = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
        return 2 * sig - 1

    def derivative(self, z):
        a = np.tanh(z)
        return 1 - a ** 2
