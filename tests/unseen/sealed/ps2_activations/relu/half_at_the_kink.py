# mistake: the derivative is (1 + sign(z)) / 2, which is 0.5 at z = 0
# loses: derivative at 0
class ReLU:
    """f(z) = max(0, z)."""

    def __call__(self, z):
        return np.maximum(0.0, z)

    def derivative(self, z):
        return (1 + np.sign(z)) / 2.0
