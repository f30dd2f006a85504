# mistake: f takes the larger of z and the mean of z.
# loses: value, any_shape
class ReLU:
    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        return np.maximum(z, z.mean())

    def derivative(self, z):
        return (np.asarray(z) > 0) * 1.0
