# mistake: f is (e^z − e^−z)/2, which is the hyperbolic sine.
# loses: value, large
class Tanh:
    def __call__(self, z):
        return (np.exp(z) - np.exp(-np.asarray(z, dtype=float))) / 2

    def derivative(self, z):
        return 1 - np.tanh(z) ** 2
