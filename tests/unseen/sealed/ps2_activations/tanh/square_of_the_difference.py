# mistake: the derivative is (1 - a)**2 and not 1 - a**2
# loses: derivative
class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        a = self(z)
        return np.square(1.0 - a)
