# mistake: the derivative is 1 − |f(z)|, without the square.
# loses: derivative
class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        a = self(z)
        return 1 - np.abs(a)
