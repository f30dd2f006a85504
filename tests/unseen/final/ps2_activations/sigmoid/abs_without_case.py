# mistake: 1/(1 + e^−|z|) for all z: the case z < 0 is forgotten, so σ(−3) = σ(3)
# loses: value
class Sigmoid:
    def __call__(self, z):
        return 1 / (1 + np.exp(-np.abs(z)))

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
