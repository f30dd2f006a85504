# mistake: the derivative squares z and not tanh(z): 1 - tanh(z**2)
# loses: derivative
class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        a = self(z ** 2)
        return 1 - a
