# mistake: none: the slope as 4·σ(2z)·σ(−2z), the value by expm1 of −2|z|
# loses: nothing
class Tanh:
    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        m = np.expm1(-2 * np.abs(z))
        return np.copysign(-m / (m + 2), z)

    def derivative(self, z):
        e = np.exp(-2 * np.abs(np.asarray(z, dtype=float)))
        return 4 * e / (1 + e) ** 2
