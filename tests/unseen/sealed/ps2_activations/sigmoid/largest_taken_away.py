# mistake: the largest number of z is subtracted first, as is right for softmax: sigmoid isn't unchanged by that
# loses: value, derivative
class Sigmoid:
    def __call__(self, z):
        shifted = z - np.max(z)
        num = np.exp(shifted)
        return num / (1 + num)

    def derivative(self, z):
        out = self(z)
        return out * (1 - out)
