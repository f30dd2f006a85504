# mistake: powers of 2 in place of e: 1/(1 + 2^(−z))
# loses: value
class Sigmoid:
    def __call__(self, z):
        t = np.exp2(-np.abs(z))
        return np.where(np.asarray(z) >= 0, 1.0, t) / (1.0 + t)

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
