# mistake: the derivative is z itself where the switch is on, not 1
# loses: the derivative above 0

class ReLU:
    def __call__(self, z):
        return np.maximum(0.0, z)

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, z, 0.0)
