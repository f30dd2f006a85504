# mistake: the derivative is 1 - 2·f(z) instead of 1 - f(z)²
# loses: tanh: the derivative
class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        a = self(z)
        return 1 - a*2
