# mistake: none: piecewise by np.piecewise on floats, derivative as astype of a comparison
# loses: nothing
class ReLU:
    def __call__(self, z):
        z = np.array(z, dtype=np.float64)
        return np.piecewise(z, [z > 0], [lambda v: v, 0.0])

    def derivative(self, z):
        return np.greater(z, 0).astype(np.float64)
