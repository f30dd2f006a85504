# mistake: the derivative is 1 − f(z)⁴: the square is squared once more.
# loses: derivative
class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        a2 = self(z) ** 2
        return 1 - a2 ** 2
