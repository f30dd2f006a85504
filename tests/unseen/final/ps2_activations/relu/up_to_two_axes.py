# mistake: loops for a number, a vector and a matrix; anything with more axes comes back as None
# loses: any_shape
class ReLU:
    @staticmethod
    def _each(z, f):
        z = np.asarray(z, dtype=float)
        if z.ndim == 0:
            return np.array(f(z))
        if z.ndim == 1:
            return np.array([f(v) for v in z])
        if z.ndim == 2:
            return np.array([[f(v) for v in row] for row in z])

    def __call__(self, z):
        return self._each(z, lambda v: v if v > 0 else 0.0)

    def derivative(self, z):
        return self._each(z, lambda v: 1.0 if v > 0 else 0.0)
