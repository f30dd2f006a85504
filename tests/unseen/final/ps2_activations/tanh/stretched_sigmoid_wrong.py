# mistake: 2σ(z) − 1 in place of 2σ(2z) − 1, the curve is only half as steep
# loses: value
class Tanh:
    def __call__(self, z):
        return 2 / (1 + np.exp(-np.asarray(z))) - 1

    def derivative(self, z):
        return 1 - np.tanh(z) ** 2
