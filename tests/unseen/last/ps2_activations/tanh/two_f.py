# mistake: the derivative is 1 − 2f(z): the exponent became a factor.
# loses: derivative
class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        tt = self(z)
        return 1 - 2 * tt
