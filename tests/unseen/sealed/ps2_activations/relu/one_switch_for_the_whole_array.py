# mistake: the value is decided for the array as a whole (its largest number), not number by number
# loses: value
class ReLU:
    def __call__(self, z):
        if np.max(z) > 0:
            return z * 1.0
        else:
            return z * 0.0

    def derivative(self, z):
        return np.where(z > 0, 1.0, 0.0)
