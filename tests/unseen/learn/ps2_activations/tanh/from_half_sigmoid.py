# mistake: f is made of a sigmoid as 2σ(z) − 1, with z where 2z should stand.
# loses: value
class Tanh:
    def __call__(self, z):
        sig = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
        return 2 * sig - 1

    def derivative(self, z):
        return 1 - np.tanh(z) ** 2
