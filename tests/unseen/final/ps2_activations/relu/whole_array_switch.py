# mistake: one switch for the whole array: the slope is 1 everywhere as soon as any z > 0
# loses: derivative, kink
class ReLU:
    def __call__(self, z):
        return np.maximum(z, 0.0)

    def derivative(self, z):
        if np.any(np.asarray(z) > 0):
            return np.ones_like(z, dtype=float)
        return np.zeros_like(z, dtype=float)
