# mistake: the derivative at exactly 0 is 0.5, the middle of both sides, by np.heaviside
# loses: relu: the kink at 0
class ReLU:
    def __call__(self, z):
        return z * np.heaviside(z, 0.0)

    def derivative(self, z):
        return np.heaviside(z, 0.5)
