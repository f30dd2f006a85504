# mistake: negative z gets the value of -z, so the curve is mirrored
# loses: f(z) below 0

class Sigmoid:
    def __call__(self, z):
        klein = np.exp(-np.abs(z))
        return np.where(z >= 0, 1 / (1 + klein), 1 / (1 + klein))

    def derivative(self, z):
        klein = np.exp(-np.abs(z))
        return klein / (1 + klein) ** 2
