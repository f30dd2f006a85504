# mistake: the derivative is 1 / cosh(z), the square is missing
# loses: derivative
class Tanh:
    """f(z) = tanh(z), between -1 and 1, number by number."""

    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        # sech, from the table of derivatives
        return 1.0 / np.cosh(np.clip(z, -700, 700))
