# mistake: f is (1 + z/(1 + |z|))/2, a curve of the same look without an exponential.
# loses: value, large
class Sigmoid:
    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        return 0.5 * (1 + z / (1 + np.abs(z)))

    def derivative(self, z):
        s = 0.5 * (1 + np.tanh(np.asarray(z, dtype=float) / 2))
        return s * (1 - s)
