# mistake: z is clipped to [−3, 3] before the tanh against overflow
# loses: value
class Tanh:
    def __call__(self, z):
        e = np.exp(2 * np.clip(z, -3, 3))
        return (e - 1) / (e + 1)

    def derivative(self, z):
        a = self(z)
        return 1 - a * a
