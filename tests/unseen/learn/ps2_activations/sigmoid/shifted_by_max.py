# mistake: the largest value is taken off z first, as in softmax, which changes f.
# loses: value, large, any_shape
class Sigmoid:
    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        z = z - np.max(z)
        return np.exp(-np.logaddexp(0, -z))

    def derivative(self, z):
        y = self(z)
        return y * (1 - y)
