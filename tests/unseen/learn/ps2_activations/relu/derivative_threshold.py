# mistake: the derivative switches on only above 1, not above 0.
# loses: derivative
class ReLU:
    def __call__(self, z):
        schwelle = 0.0
        return np.maximum(schwelle, z)

    def derivative(self, z):
        return 1.0 * (np.asarray(z) > 1)
