# mistake: the derivative by the quotient rule lacks the square below: e / (1 + e), with e = exp(-|z|)
# loses: derivative
class Sigmoid:
    def __call__(self, z):
        return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=float)))

    def derivative(self, z):
        e = np.exp(-np.abs(z))  # the slope is the same on both sides
        return e / (1 + e)
