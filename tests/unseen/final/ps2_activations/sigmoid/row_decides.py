# mistake: the form is chosen for a whole row by the sign of its sum; a row with large numbers of both signs becomes NaN
# loses: large
class Sigmoid:
    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        if z.ndim == 0:
            return np.exp(-np.logaddexp(0, -z))
        s = z.sum(axis=-1, keepdims=True)
        with np.errstate(all="ignore"):
            return np.where(s >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
