# mistake: the derivative is 1 wherever z isn't 0, below 0 too.
# loses: derivative
class ReLU:
    def __call__(self, z):
        return np.maximum(0.0, z)

    def derivative(self, z):
        return np.where(np.asarray(z) != 0, 1.0, 0.0)
