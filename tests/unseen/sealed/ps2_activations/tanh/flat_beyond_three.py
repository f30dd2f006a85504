# mistake: beyond |z| = 3 the value is set to exactly -1 or 1, as good as saturated
# loses: value far from 0
class Tanh:
    def __call__(self, z):
        saturated = np.abs(z) > 3
        return np.where(saturated, np.sign(z), np.tanh(z))

    def derivative(self, z):
        th = np.tanh(z)
        return (1 - th) * (1 + th)
