# mistake: the curve is replaced by a straight piece with the same slope at 0, cut off at 0 and 1
# loses: f(z) away from 0

class Sigmoid:
    def __call__(self, z):
        return np.clip(0.25 * np.asarray(z) + 0.5, 0.0, 1.0)

    def derivative(self, z):
        a = self(z)
        return a * (1.0 - a)
