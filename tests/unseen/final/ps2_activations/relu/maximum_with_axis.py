# mistake: np.max(z, 0) takes the largest along axis 0 in place of the larger of z and 0
# loses: value
class ReLU:
    def __call__(self, z):
        return np.max(z, 0)

    def derivative(self, z):
        return np.where(z > 0, 1.0, 0.0)
