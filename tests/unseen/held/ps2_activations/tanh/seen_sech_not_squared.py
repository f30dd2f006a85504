# mistake: The derivative is 1/cosh(z), not its square.
# loses: derivative

class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        a = self(z)
        return np.sqrt(1 - a * a)
