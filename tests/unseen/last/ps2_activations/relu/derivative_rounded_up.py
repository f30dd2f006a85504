# mistake: the derivative clips z to [0, 1], so it is z itself between 0 and 1.
# loses: derivative
class ReLU:
    def __call__(self, z):
        return np.where(np.greater(z, 0), z, 0.0)

    def derivative(self, z):
        return np.clip(z, 0.0, 1.0)
