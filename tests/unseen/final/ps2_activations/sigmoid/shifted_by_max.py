# mistake: subtracts the maximum of z as for softmax, but the sigmoid isn't unchanged by a shift
# loses: value, large, any_shape
class Sigmoid:
    def __call__(self, z):
        z = z - np.max(z)  # numerically stable
        return np.exp(z) / (1 + np.exp(z))

    def derivative(self, z):
        y = self(z)
        return y * (1 - y)
