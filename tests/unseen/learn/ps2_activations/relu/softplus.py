# mistake: f is the smooth softplus log(1 + e^z), not max(0, z).
# loses: value
class ReLU:
    """smooth ramp"""

    def __call__(self, z):
        return np.logaddexp(0.0, z)

    def derivative(self, z):
        return np.where(np.greater(z, 0), 1.0, 0.0)
