# mistake: z is clipped to [−6, 6] against overflow, so every larger |z| has the same value
# loses: value
class Sigmoid:
    def __call__(self, z):
        z = np.clip(z, -6, 6)
        return 1 / (1 + np.exp(-z))

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
