# mistake: the positive branch is right, the negative branch gives e^z alone, without its denominator.
# loses: value
class Sigmoid:
    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        e = np.exp(-np.abs(z))
        return np.where(z >= 0, 1 / (1 + e), e)

    def derivative(self, z):
        e = np.exp(-np.abs(np.asarray(z, dtype=float)))
        return e / (1 + e) ** 2
