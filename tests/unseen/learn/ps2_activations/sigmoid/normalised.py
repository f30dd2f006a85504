# mistake: the results are divided by their sum, as softmax does.
# loses: value, any_shape
class Sigmoid:
    def __call__(self, z):
        s = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
        return s / np.sum(s)

    def derivative(self, z):
        s = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
        return s * (1 - s)
