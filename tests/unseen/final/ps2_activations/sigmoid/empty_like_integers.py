# mistake: np.empty_like(z) takes over the type of z: for whole numbers the results are cut to 0
# loses: any_shape
class Sigmoid:
    def __call__(self, z):
        z = np.asarray(z)
        a = np.empty_like(z)
        pos = z >= 0
        a[pos] = 1 / (1 + np.exp(-z[pos]))
        e = np.exp(z[~pos])
        a[~pos] = e / (1 + e)
        return a

    def derivative(self, z):
        a = self(np.asarray(z, dtype=float))
        return a * (1 - a)
