# mistake: f is the arctangent, from np.arctan.
# loses: value, large
class Tanh:
    def __call__(self, z):
        return np.arctan(z)

    def derivative(self, z):
        a = np.tanh(z)
        return 1 - a * a
