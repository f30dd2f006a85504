# mistake: f looks at the sum of the whole array: it is z where that is positive, else zeros.
# loses: value
class ReLU:
    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        if z.sum() > 0:
            return z
        return np.zeros_like(z)

    def derivative(self, z):
        return (np.asarray(z) > 0).astype(float)
