# mistake: the slope is 1 − a², which is that of tanh
# loses: derivative
class Sigmoid:
    def __call__(self, z):
        e = np.exp(-np.abs(z))
        return np.where(np.asarray(z) >= 0, 1 / (1 + e), e / (1 + e))

    def derivative(self, z):
        a = self(z)
        return 1 - a**2
