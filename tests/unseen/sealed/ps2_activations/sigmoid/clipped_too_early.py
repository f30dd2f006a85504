# mistake: z is clipped to -10 ... 10, which changes the values beyond by up to 4.5e-5
# loses: value far from 0
class Sigmoid:
    def __call__(self, z):
        z = np.clip(z, -10, 10)  # no overflow
        return 1 / (1 + np.exp(-z))

    def derivative(self, z):
        s = self(z)
        return s * (1 - s)
