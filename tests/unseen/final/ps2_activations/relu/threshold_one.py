# mistake: the slope is that of z > 1, a hard-coded threshold of 1 in place of 0
# loses: derivative
class ReLU:
    def __call__(self, z):
        return np.where(z > 0.0, z, 0.0)

    def derivative(self, z):
        return np.where(z >= 1, 1.0, 0.0)
