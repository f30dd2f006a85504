# mistake: the value is the switch itself, 1 where z > 0, in place of z there
# loses: value
class ReLU:
    def __call__(self, z):
        return np.where(z > 0, 1.0, 0.0)

    def derivative(self, z):
        return np.where(z > 0, 1.0, 0.0)
