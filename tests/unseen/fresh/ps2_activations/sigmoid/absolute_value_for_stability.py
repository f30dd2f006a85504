# mistake: e is raised to -|z| for both signs, so f(-z) = f(z) and no value is below one half
# loses: sigmoid: the value for negative z (the derivative is even, and right)
class Sigmoid:
    def _safe_exp(self, z):
        """never overflows because the exponent is never positive"""
        return np.exp(-np.abs(z))

    def __call__(self, z):
        return 1.0 / (1.0 + self._safe_exp(z))

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
