# mistake: none: masks on a float copy, at least one axis made and taken away again
# loses: nothing
class Sigmoid:
    def __call__(self, z):
        z1 = np.atleast_1d(np.array(z, dtype=float))
        a, p = np.empty_like(z1), z1 >= 0
        a[p] = 1 / (1 + np.exp(-z1[p]))
        e = np.exp(z1[~p])
        a[~p] = e / (1 + e)
        return a.reshape(np.shape(z))

    def derivative(self, z):
        return self(z) * self(-np.asarray(z))
