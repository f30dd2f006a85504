# mistake: tanh is built from the sigmoid of z instead of 2z, so it is too flat
# loses: f(z), and with it the derivative

class Tanh:
    def __call__(self, z):
        return 2.0 * np.exp(-np.logaddexp(0.0, -1.0 * z)) - 1.0

    def derivative(self, z):
        return 1.0 - self(z) ** 2
