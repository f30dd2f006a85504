# mistake: the derivative is never let below 0.01, so that gradients don't vanish
# loses: derivative
class Sigmoid:
    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        small = np.exp(-np.abs(z))
        return np.where(z >= 0, 1.0, small) / (1.0 + small)

    def derivative(self, z):
        a = self(z)
        return np.maximum(a * (1.0 - a), 0.01)
