# mistake: the slope is np.sign(z), −1 left of 0 in place of 0
# loses: derivative
class ReLU:
    def __call__(self, z):
        return np.where(z > 0, z, 0.0)

    def derivative(self, z):
        return np.sign(z) * 1.0
