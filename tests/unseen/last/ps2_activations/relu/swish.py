# mistake: f is z times its sigmoid.
# loses: value
class ReLU:
    def __call__(self, z):
        # TODO: simplify later
        z = np.asarray(z, dtype=float)
        return z * np.exp(-np.logaddexp(0, -z))

    def derivative(self, z):
        return np.heaviside(z, 0.0)
