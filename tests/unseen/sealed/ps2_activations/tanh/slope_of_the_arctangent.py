# mistake: the derivative is that of arctan, 1 / (1 + z**2)
# loses: derivative
class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        z = np.asarray(z, dtype=np.float64)
        return 1 / (1 + z ** 2)
