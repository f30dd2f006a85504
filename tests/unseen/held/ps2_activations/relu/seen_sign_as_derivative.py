# mistake: The derivative is the sign of z, which is -1 where z is below 0.
# loses: derivative below 0

class ReLU:
    def __call__(self, z):
        return np.maximum(0.0, z)

    def derivative(self, z):
        return np.sign(z) * 1.0
