# mistake: f is the square of the positive part.
# loses: value
class ReLU:
    def __call__(self, z):
        positiv = np.maximum(z, 0.0)
        return positiv ** 2

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, 1.0, 0.0)
