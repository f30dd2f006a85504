# mistake: the derivative squares inside, 1 - tanh(z²), instead of the result
# loses: tanh: the derivative
class Tanh:
    """tangente hyperbolique"""

    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        a = np.tanh(np.square(z))
        return 1 - a
